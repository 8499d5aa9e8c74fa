import { asJson } from '../session/shown'
import type { Entry } from './entries'
import { code } from './markdown'
import type { SourceName, Sources } from './subject'
import { asWritten, type Written } from './written'

/** Claims as they can be carried elsewhere. */
export type Format = 'json' | 'markdown' | 'csv'

/** What each source says, as JSON; numbers as they are written there. */
export const asJsonFile = (sources: Sources, written: Written = {}): string =>
  `${asObject(
    Object.entries(sources).map(([source, claims]) => [
      source,
      asObject(
        Object.entries(claims).map(([claim, value]) => [claim, asWritten(written, source as SourceName, claim, value) ?? asJson(value, 2)]),
      ),
    ]),
  )}\n`

/** One claim as JSON, to be copied. `number`: as it is written where it comes from. */
export const asClaim = (name: string, value: unknown, number?: string): string => asObject([[name, number ?? asJson(value, 2)]])

/** A JSON object of members whose values are JSON already: JSON.stringify would round their numbers. */
function asObject(members: readonly (readonly [string, string])[]): string {
  const lines = members.map(([name, json]) => `  ${asJson(name)}: ${json.replaceAll('\n', '\n  ')}`)
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '{}'
}

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
