/** What cannot be seen but changes what is: controls, marks of direction, and the like. Joiners stay, scripts need them. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Somebody else's words as a person may be shown them: one line of what can be seen, so many characters at most; undefined where nothing is left. */
export function legible(words: unknown, longest: number): string | undefined {
  if (typeof words !== 'string') return undefined
  // Nobody has to look through megabytes for the first few characters.
  const seen = words
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .trim()
  const letters = [...seen]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : seen || undefined
}
