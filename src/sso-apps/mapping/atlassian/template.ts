import type { Taken } from '../../../mapping/verdict'
import type { Claims } from '../../../session/session'

/** A template with claims in it, or the claim that is missing. */
export interface Filled {
  readonly taken: Taken
  /** Missing, or no text. */
  readonly missing?: string
}

/** Puts claims in the place of `${claim}`, the first source that has it as a text; text around stays. An empty template is unset. */
export function filled(template: string, sources: readonly Claims[]): Filled {
  const names = [...template.matchAll(expression)].map(([, name = '']) => name)
  const missing = names.find((name) => textOf(name, sources) === undefined)
  if (missing !== undefined) return { taken: { value: '', from: missing, how: 'absent' }, missing }
  const value = template.replace(expression, (_, name: string) => textOf(name, sources) ?? '')
  return { taken: { value, ...(names.length > 0 && { from: names.join(' + ') }), how: template ? 'taken' : 'unset' } }
}

/** The expressions in a template, as they stand there. */
export const expressionsIn = (template: string): readonly string[] => [...template.matchAll(expression)].map(([whole]) => whole)

const expression = /\$\{([^}]*)}/g

function textOf(name: string, sources: readonly Claims[]): string | undefined {
  const values = sources.map((claims) => (Object.hasOwn(claims, name) ? claims[name] : undefined))
  return values.find((value) => typeof value === 'string')
}
