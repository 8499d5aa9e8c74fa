import { code } from '../claims/markdown'
import { parsed } from '../session/parsed'
import { type Bag, isBag } from '../settings/bag'
import { catalog, type MappingSettings } from '../settings/catalog'
import { type Complaint, resolve } from '../settings/resolve'
import type { FormField, FormTab, OtherLabel } from './form'

/** A finished mapping, to be typed into an SSO app's own form, saved, and read back. */
export interface Sheet {
  /** Id of the SSO app. */
  readonly ssoApp: string
  readonly app: string
  readonly site: string
  readonly mapping: MappingSettings
  readonly tabs: readonly FormTab[]
  /** What the form has besides, which is no part of the sheet. */
  readonly beyond: readonly string[]
}

const kind = 'latchkey-mapping'

/** The sheet as JSON that `readSheet` reads. */
export const sheetAsJson = ({ ssoApp, site, mapping, tabs }: Sheet): string =>
  `${JSON.stringify({ kind, version: 1, ssoApp, site, mapping, form: tabs }, undefined, 2)}\n`

/** What a sheet says in the reader's language. */
export interface SheetWords {
  ticks(isTicked: boolean): string
  also(other: OtherLabel): string
  beyond(labels: readonly string[]): string
}

/** The sheet as a table for each tab. */
export function sheetAsMarkdown({ app, site, tabs, beyond }: Sheet, words: SheetWords): string {
  const labelOf = ({ label, also }: FormField) => (also ? `${label} (${words.also(also)})` : label)
  const rows = (fields: readonly FormField[]) => fields.map((field) => `| ${labelOf(field)} | ${cellOf(field.value, words)} |`)
  return [
    `# ${app}: ${site}`,
    ...tabs.map(({ name, fields }) => [`## ${name}`, '', '| | |', '| --- | --- |', ...rows(fields)].join('\n')),
    ...(beyond.length > 0 ? [words.beyond(beyond)] : []),
    '',
  ].join('\n\n')
}

function cellOf(value: FormField['value'], { ticks }: SheetWords): string {
  if (typeof value === 'boolean') return ticks(value)
  if (typeof value === 'string') return code(value)
  return value.map((one) => (typeof one === 'string' ? code(one) : `${code(one.left)} ← ${code(one.right)}`)).join('<br>')
}

/** What came of reading a saved sheet: the values that it sets, by their paths below `mapping`, or why it cannot be read. */
export type ReadSheet =
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly wrong: 'no-json' | 'no-sheet' }
  | { readonly wrong: 'values'; readonly complaints: readonly Complaint[] }

/** Reads a saved sheet, or the settings of a site with a `mapping` in them. All or nothing. */
export function readSheet(text: string): ReadSheet {
  const read = parsed(text)
  if (read === undefined) return { wrong: 'no-json' }
  const mapping = isBag(read) && Object.hasOwn(read, 'mapping') ? read['mapping'] : undefined
  if (!isBag(mapping)) return { wrong: 'no-sheet' }
  const site = 'https://sheet.example/'
  const { complaints } = resolve({ sites: [{ baseUrl: site, mapping }] }, {})
  if (complaints.length > 0) {
    const inside = complaints.map((one) => ({ ...one, where: one.where.replace(`sites[${site}].`, '') }))
    return { wrong: 'values', complaints: inside }
  }
  return { values: leaves(mapping, catalog.sites.fields.mapping.fields) }
}

function leaves(bag: Bag, fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(bag).flatMap(([name, value]) => {
      const node = (fields as Record<string, { fields?: object } | undefined>)[name]
      if (!node?.fields) return [[name, value]]
      return Object.entries(leaves(value as Bag, node.fields)).map(([path, inner]) => [`${name}.${path}`, inner])
    }),
  )
}
