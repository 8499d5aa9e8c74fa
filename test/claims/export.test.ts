import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { entriesOf } from '../../src/claims/entries'
import { asClaim, asCsv, asJsonFile, asMarkdown } from '../../src/claims/export'

const heads = ['Name', 'Value', 'In']
const entries = (claims: Record<string, unknown>) => entriesOf({ id: claims }, plainDialect)

test('JSON can be read again, by source', () => {
  const sources = { id: { email: 'ann@acme.example', 'cognito:groups': ['dev'] }, userinfo: { email_verified: 'true' } }
  expect(JSON.parse(asJsonFile(sources))).toEqual(sources)
})

test('one claim is copied as JSON that can be pasted among others', () => {
  expect(JSON.parse(asClaim('cognito:groups', ['dev', 'ops']))).toEqual({ 'cognito:groups': ['dev', 'ops'] })
})

test('large numbers are carried away with all their digits, wherever they stand', () => {
  const sources = { id: { n: 12345678901234567890n, list: [-9007199254740993n, { n: 9007199254740993n }], text: '9007199254740993' } }
  expect(asJsonFile(sources).replace(/\s/g, '')).toBe(
    '{"id":{"n":12345678901234567890,"list":[-9007199254740993,{"n":9007199254740993}],"text":"9007199254740993"}}',
  )
  expect(asClaim('n', 12345678901234567890n)).toBe('{\n  "n": 12345678901234567890\n}')
})

test('a Markdown table has a row for each name, as code', () => {
  expect(asMarkdown(entries({ email: 'ann@acme.example', 'custom:x': '' }), heads)).toBe(
    '| Name | Value | In |\n| --- | --- | --- |\n| `email` | `ann@acme.example` | id |\n| `custom:x` |  | id |\n',
  )
})

test.each([
  ['a|b', '`a\\|b`'],
  ['a`b', '``a`b``'],
  ['`x`', '`` `x` ``'],
  ['a\r\nb', '`a b`'],
  ['<img src=x>', '`<img src=x>`'],
  ['a\\|<b>', '<code>a&#92;&#124;&#60;b&#62;</code>'],
])('%j does not break out of a Markdown table: %s', (value, written) => {
  expect(asMarkdown(entries({ 'custom:x': value }), heads)).toContain(`| ${written} | id |`)
})

/** Cells of a row as GitHub reads them, one after the other: a backslash takes the next sign with it. */
const cells = (row: string) => (row.match(/(?:\\[\s\S]|[^|\\])+/g) ?? []).map((cell) => cell.trim().replaceAll('\\|', '|'))

/** What is shown of a cell that is code. */
function shown(cell: string): string {
  const entities = /^<code>(.*)<\/code>$/.exec(cell)?.[1]
  if (entities !== undefined) return entities.replace(/&#(\d+);/g, (_, sign: string) => String.fromCodePoint(Number(sign)))
  const [, inside = ''] = /^(?<fence>`*)(.*)\k<fence>$/.exec(cell)?.slice(1) ?? []
  return /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside
}

test('no value makes another row or column of a Markdown table, and every value is shown as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab|`\\\r\n -') }), (value) => {
      const lines = asMarkdown(entries({ 'custom:x': value }), heads)
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(3)
      expect(cells(lines[2] ?? '').map(shown)).toEqual(
        value === '' ? ['custom:x', '', 'id'] : ['custom:x', value.replace(/[\r\n]+/g, ' '), 'id'],
      )
    }),
  )
})

test('a spreadsheet gets text, never a formula', () => {
  expect(asCsv(entries({ 'custom:x': '=HYPERLINK("http://x")' }), heads)).toBe(
    '"Name","Value","In"\r\n"custom:x","\'=HYPERLINK(""http://x"")","id"\r\n',
  )
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    expect(asCsv(entries({ x: `${sign}1` }), heads)).toContain(`"'${sign}1"`)
})

test('a spreadsheet that divides at other signs gets no formula either', () => {
  const written = asCsv(entries({ 'custom:x': 'dev;=1+1;-ops\t@a, +1 \n=2' }), heads)
  expect(written).toBe(`"Name","Value","In"\r\n"custom:x","dev;'=1+1;'-ops\t'@a,' +1 \n'=2","id"\r\n`)
})

test('no part of a value is a formula, whatever sign a spreadsheet divides at', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'=+-@ab;,\t\n"|\' ') })
  fc.assert(
    fc.property(signs, (value) => {
      const [, row = ''] = /^.*\r\n([\s\S]*)\r\n$/.exec(asCsv(entries({ 'custom:x': value }), heads)) ?? []
      for (const part of row.split(/[;,\t\n|"]/)) expect(part).not.toMatch(/^\s*[=+\-@]/)
    }),
  )
})
