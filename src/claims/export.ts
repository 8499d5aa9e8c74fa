import type { Claims } from '../session/session'
import { asJson } from '../session/shown'
import type { Entry } from './entries'
import { code } from './markdown'
import type { SourceName, Sources } from './subject'
import { asWritten, type Written } from './written'

/** Claims as they can be carried elsewhere. */
export type Format = 'json' | 'markdown' | 'csv'

/** What each source says, as JSON; numbers as they are written there. */
export function asJsonFile(sources: Sources, written: Written = {}): string {
  const plain = asJson(sources, 2)
  const mark = unusedIn(plain)
  const marked = Object.entries(sources).map(([source, claims]) => [
    source,
    Object.fromEntries(
      Object.entries(claims).map(([claim, value]) => {
        const number = asWritten(written, source as SourceName, claim, value)
        return [claim, number === undefined ? value : mark + number + mark]
      }),
    ),
  ])
  return `${asJson(Object.fromEntries(marked), 2).replaceAll(`"${mark}`, '').replaceAll(`${mark}"`, '')}\n`
}

/** A text that does not stand in another. */
const unusedIn = (text: string): string =>
  (text.match(/#+/g) ?? []).reduce((mark, run) => (run.length < mark.length ? mark : `${run}#`), '#')

/** One claim as JSON, to be copied. `number`: as it is written where it comes from. */
export const asClaim = (name: string, value: unknown, number?: string): string =>
  number === undefined ? asJson({ [name]: value } satisfies Claims, 2) : `{\n  ${asJson(name)}: ${number}\n}`

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
