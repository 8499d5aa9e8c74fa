/** The line at which a text stops being JSON, by what `JSON.parse` said of it; undefined where that names none, as of a text that was cut short. */
export function brokenLine(text: string, { message }: { readonly message: string }): number | undefined {
  const [, line] = /line (\d+) column \d+(?: of the JSON data|\))$/.exec(message) ?? []
  if (line !== undefined) return Number(line)
  const [, position] = /position (\d+)$/.exec(message) ?? []
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}
