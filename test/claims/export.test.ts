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
])('%j does not break out of a Markdown table: %s', (value, written) => {
  expect(asMarkdown(entries({ 'custom:x': value }), heads)).toContain(`| ${written} | id |`)
})

test('no value makes another row or column of a Markdown table', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab|`\\\r\n -') }), (value) => {
      const lines = asMarkdown(entries({ 'custom:x': value }), heads)
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(3)
      expect(lines[2]?.match(/(?<!\\)\|/g)).toHaveLength(4)
    }),
  )
})

test('a spreadsheet gets text, never a formula', () => {
  expect(asCsv(entries({ 'custom:x': '=HYPERLINK("http://x")' }), heads)).toBe(
    '"Name","Value","In"\r\n"custom:x","\'=HYPERLINK(""http://x"")","id"\r\n',
  )
  for (const sign of ['=', '+', '-', '@', '\t', '\r']) expect(asCsv(entries({ x: `${sign}1` }), heads)).toContain(`"'${sign}1"`)
})
