/**
 * The names in a list as a lenient JSON reader takes it: quoted or not, divided by "," or ";". Undefined for what it would choke on:
 * blanks or marks within a name that is not quoted.
 */
export function lenientNames(text: string): readonly string[] | undefined {
  const names: string[] = []
  let rest = text.replace(/^[ \t\n\r]+/, '')
  while (rest !== '') {
    const item = quoted.exec(rest) ?? bare.exec(rest)
    if (!item) return undefined
    names.push(item[1] === undefined ? (item[2] ?? '') : unescaped(item[1]))
    rest = rest.slice(item[0].length)
  }
  return names.filter((name) => name !== '')
}

const quoted = /^"((?:[^"\\]|\\.)*)"[ \t\n\r]*(?:[,;][ \t\n\r]*|$)/s
const bare = /^()?([^ \t\n\f\r"'\\/,;:=#{}[\]]+)[ \t\n\r]*(?:[,;][ \t\n\r]*|$)/

const unescaped = (text: string): string => {
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return text
  }
}
