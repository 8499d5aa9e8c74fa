/** What a lenient JSON reader makes of a list. */
interface LenientList {
  readonly names: readonly string[]
  /** Something in it hangs on how lenient the reader is. */
  readonly isOdd: boolean
}

/**
 * The names in a list as a lenient JSON reader takes it: in quotes, between apostrophes or bare, divided by "," or ";". Behind an entry that is
 * empty or null nothing is read. Undefined for what the reader would choke on: blanks or marks within a bare name.
 * @see https://www.javadoc.io/doc/com.google.code.gson/gson/2.8.9/com/google/gson/stream/JsonReader.html#setLenient(boolean)
 */
export function lenientNames(text: string): LenientList | undefined {
  const names: string[] = []
  let [hasEnded, hasMarks] = [false, false]
  let rest = text.replace(/^[ \t\n\r]+/, '')
  while (rest !== '') {
    const [whole = '', quoted = '', bare = ''] = entry.exec(rest) ?? []
    if (!whole) return undefined
    hasMarks ||= quoted.startsWith("'") || /["']/.test(bare)
    hasEnded ||= !quoted && /^(?:null)?$/i.test(bare)
    if (!hasEnded) names.push(quoted ? unescaped(quoted.slice(1, -1)) : /^(?:true|false)$/i.test(bare) ? bare.toLowerCase() : bare)
    rest = rest.slice(whole.length)
  }
  return { names: names.filter((name) => name !== ''), isOdd: hasEnded || hasMarks }
}

const entry = /^(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|((?!["'])[^ \t\n\f\r\\/,;:=#{}[\]]+)|)[ \t\n\r]*(?:[,;][ \t\n\r]*|$)/s

const signs: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code?: string, sign = '') =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (signs[sign] ?? sign),
  )
