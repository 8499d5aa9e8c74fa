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
/** What cannot be seen but changes what is: controls, marks of direction, and the like. Joiners stay, scripts need them. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Somebody else's words as a person may be shown them: one line of what can be seen, 80 characters at most; undefined where nothing is left. */
export function shownText(text: string | undefined): string | undefined {
  // Nobody has to look through megabytes for the first 80 characters.
  const plain = text
    ?.slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .trim()
  if (!plain) return undefined
  const letters = [...plain]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain
}
