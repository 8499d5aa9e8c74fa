/**
 * A text as code in a cell of a Markdown table, whatever is in it: a fence longer than any run of backticks, and no sign that ends the
 * cell or the row. Line breaks become blanks.
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function code(text: string): string {
  if (text === '') return ''
  const line = text.replace(/[\r\n]+/g, ' ')
  // A cell is read before its code is, and there a backslash takes the next sign with it: no span can hold these two.
  if (line.includes('\\|')) return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`)}</code>`
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)) + 1)
  // Of a span that has blanks at both ends one is taken away from each, unless it is nothing but blanks.
  const pad = /^[` ]|[` ]$/.test(line) && /[^ ]/.test(line) ? ' ' : ''
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`
}
