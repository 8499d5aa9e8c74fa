import type { Entry } from './entries'
import { asExactJson } from './exact-json'
import { code } from './markdown'
import type { Sources } from './subject'

/** Claims as they can be carried elsewhere. */
export type Format = 'json' | 'markdown' | 'csv'

/** What each source says, as JSON. */
export const asJsonFile = (sources: Sources): string => `${asExactJson(sources, 2)}\n`

/** One claim as JSON, to be copied. */
export const asClaim = (name: string, value: unknown): string => asExactJson({ [name]: value }, 2)

/** A table in GitHub's Markdown. `heads` are its three headings: name, value, sources. */
export function asMarkdown(entries: readonly Entry[], heads: readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = entries.map(({ name, value, sources }) => line([code(name), code(value), sources.join(', ')]))
  return `${[line(heads), line(heads.map(() => '---')), ...rows].join('\n')}\n`
}

/** A file for spreadsheets. @see https://www.rfc-editor.org/rfc/rfc4180 */
export function asCsv(entries: readonly Entry[], heads: readonly string[]): string {
  const rows = entries.map(({ name, value, sources }) => [name, value, sources.join(', ')])
  return [heads, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/**
 * What spreadsheets take for a formula where a cell begins, and with their reader's language some begin one at a semicolon or a tab; an
 * apostrophe in front says that it is text. @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /(^|[;,|"\t\r\n])(?= *[=+\-@＝＋－＠])|^(?=[\t\r\n])/g

const cell = (text: string): string => `"${text.replace(formula, "$1'").replaceAll('"', '""')}"`
