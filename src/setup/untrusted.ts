import { legible } from '../session/legible'

/** The text under a key of somebody else's JSON, spelled in camel case or with hyphens; undefined where there is none. */
export const textAt = (answer: unknown, key: string): string | undefined => valuesAt(answer, key).find((value) => typeof value === 'string')

/** The yes or no under such a key. */
export const flagAt = (answer: unknown, key: string): boolean | undefined =>
  valuesAt(answer, key).find((value) => typeof value === 'boolean')

/** Whatever stands under either spelling of a key, own keys only. */
export function valuesAt(answer: unknown, key: string): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null) return []
  const hyphenated = key.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  return [...new Set([key, hyphenated])].flatMap((name) => (Object.hasOwn(answer, name) ? [(answer as Record<string, unknown>)[name]] : []))
}

const longest = 80 // characters that a button can show

/** Somebody else's words as a button may show them; undefined where nothing is left. */
export const shownText = (text: string | undefined): string | undefined => legible(text, longest)
