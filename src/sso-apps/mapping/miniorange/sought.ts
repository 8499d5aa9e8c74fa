import type { Claims } from '../../../session/session'

/** What is found where an attribute did not come, nothing being an empty text; or the list at which the login ends. */
export type Sought = { readonly value: string } | { readonly stuckAt: string }

/**
 * Looks for an attribute that did not come by its bare name, in the first list or object of the token and in nothing behind that. Of a list all
 * objects are asked; whatever else is in one ends the login. What is called "id" is looked for in neither. (1.1.28)
 */
export function sought(token: Claims, name: string): Sought {
  for (let inside: object = token; ; ) {
    const [key, found] =
      Object.entries(inside).find(([one, value]) => (isNested(value) ? name !== 'id' : one === name && value !== null)) ?? []
    if (key === undefined) return { value: '' }
    if (Array.isArray(found)) return inList(found, name) ?? { stuckAt: key }
    if (!isNested(found)) return { value: String(found) }
    inside = found
  }
}

function inList(items: readonly unknown[], name: string): Sought | undefined {
  const texts = items.map((item) => (isNested(item) && !Array.isArray(item) ? textIn(item, name) : undefined))
  return texts.includes(undefined) ? undefined : { value: texts.join(';') }
}

function textIn(item: object, name: string): string | undefined {
  if (!Object.hasOwn(item, name)) return ''
  const value = (item as Record<string, unknown>)[name]
  return typeof value === 'object' ? undefined : String(value)
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
