/**
 * A text without what Java's `trim` takes from its ends: blanks and control characters of ASCII. Unlike JavaScript's it leaves blanks that do
 * not break, which come along when a name is copied from a page.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html#trim()
 */
export function javaTrim(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && text.charCodeAt(from) <= blank) from++
  while (from < to && text.charCodeAt(to - 1) <= blank) to--
  return text.slice(from, to)
}

const blank = 0x20
