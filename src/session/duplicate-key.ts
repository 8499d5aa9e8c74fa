/**
 * The first key that stands twice in one object of a valid JSON text, or undefined. Parsers disagree on which of the two counts,
 * so what one of them verified another may not have read. @see https://www.rfc-editor.org/rfc/rfc8725#section-2.4
 */
export function duplicateKey(json: string): string | undefined {
  const open: Set<string>[] = []
  let previous = ''
  for (const [lexeme] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    if (lexeme === '{' || lexeme === '[') open.push(new Set())
    else if (lexeme === '}' || lexeme === ']') open.pop()
    else if (lexeme === ':') {
      const keys = open.at(-1)
      const key = JSON.parse(previous) as string
      if (keys?.has(key)) return key
      keys?.add(key)
    }
    previous = lexeme
  }
  return undefined
}
