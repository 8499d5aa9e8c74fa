import { expect, test, vi } from 'vitest'
import { differences, exportable, importedFrom } from '../../src/options/transfer'
import { resolve } from '../../src/settings/resolve'
import { encoded } from '../settings/encoded'
import { provider, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const named = { version: 1, sites: [{ baseUrl: site.baseUrl, name: 'Büro' }] }
const file = (content: unknown) => new File([typeof content === 'string' ? content : JSON.stringify(content)], 'x.json')

test('what was exported is imported as it was', async () => {
  const text = JSON.stringify(exportable(settings), null, 2)
  const imported = await importedFrom(file(text))
  expect(imported).toEqual({ settings: exportable(settings) })
  expect(resolve(exportable(settings), undefined).settings).toEqual(resolve(settings, undefined).settings)
})

test('an export leaves out what nobody can read, so that it can be imported', async () => {
  const odd = { ...settings, colour: 'red', sites: [{ ...site, delaySeconds: 99 }, 7] }
  expect(exportable(odd)).toEqual({ version: 1, sites: [site], providers: [provider] })
  const rule = { confluenceGroup: 'a', when: 'b' }
  const withRule = (given: object) => ({ version: 1, sites: [{ ...site, mapping: { groups: { rules: [given] } } }] })
  expect(exportable(withRule({ ...rule, comment: 'since May' }))).toEqual(withRule(rule))
})

test.each(['utf8', 'utf16le', 'utf16be'] as const)('a file in %s with a byte-order mark is read: Windows writes such', async (encoding) => {
  expect(await importedFrom(new File([encoded(JSON.stringify(named), encoding)], 'x.json'))).toEqual({ settings: named })
})

test('letters in the code page of one machine are refused, not read as others', async () => {
  const ansi = Buffer.from(JSON.stringify(named), 'latin1')
  expect(await importedFrom(new File([ansi], 'x.json'))).toEqual({ refused: 'not-unicode' })
})

test.each([
  [0xff, 0x7b],
  [0xfe, 0x7b],
  [0x7b, 0xfe],
])('half a byte-order mark makes no UTF-16: %i %i', async (...bytes) => {
  expect(await importedFrom(new File([new Uint8Array(bytes)], 'x.json'))).toEqual({ refused: 'not-unicode' })
})

test.each<[string, unknown, string]>([
  ['no JSON', '{"sites": [', 'not-json'],
  ['a list', [], 'not-settings'],
  ['a text', '"settings"', 'not-settings'],
  ['five megabytes', ' '.repeat(5_000_000), 'too-large'],
])('%s is refused', async (_, content, refused) => {
  expect(await importedFrom(file(content))).toEqual({ refused })
})

test('a file that was edited by hand is refused with the line at which it is broken', async () => {
  expect(await importedFrom(file('{\n  "sites": [],\n}'))).toEqual({ refused: 'not-json', line: 3 })
})

test('one bad value refuses the whole, with where and why', async () => {
  const imported = await importedFrom(file({ ...settings, sites: [{ ...site, delaySeconds: 99 }], colour: 'red' }))
  expect(imported).toEqual({
    complaints: [
      { where: 'colour', source: 'user', code: 'unknown-setting' },
      { where: `sites[${site.baseUrl}].delaySeconds`, source: 'user', code: 'number-out-of-range' },
    ],
  })
})

test('settings of a newer version are refused rather than imported in part', async () => {
  expect(await importedFrom(file({ ...settings, version: 99 }))).toEqual({
    complaints: [{ where: 'version', source: 'user', code: 'newer-version' }],
  })
})

test('a preview tells what is changed, added and taken out', () => {
  const other = { baseUrl: 'https://other.acme.com/' }
  const after = { version: 1, sites: [{ ...site, name: 'Wiki' }, other] }
  const told = differences(settings, after).map(({ place, before, after }) => [place.entry?.key, place.path, before, after])
  expect(told).toEqual([
    [site.baseUrl, 'name', 'Acme wiki', 'Wiki'],
    ['https://other.acme.com/', 'baseUrl', undefined, 'https://other.acme.com/'],
    ['acme', 'id', 'acme', undefined],
    ['acme', 'region', 'eu-west-1', undefined],
    ['acme', 'userPoolId', 'eu-west-1_AbCdEf123', undefined],
    ['acme', 'domain', 'acme.example', undefined],
    ['acme', 'clientId', '7abc', undefined],
  ])
})

test('a preview is in the order of the page, whatever is new in it: entries of one list together, and what goes behind what stays', () => {
  const before = { lockLists: true, providers: [provider], sites: [{ baseUrl: 'https://gone.acme.com/' }, { ...site, delaySeconds: 5 }] }
  const after = {
    appearance: { theme: 'dark' },
    lockLists: true,
    sites: [{ ...site, name: 'Wiki', enabled: false, delaySeconds: 6 }, { baseUrl: 'https://new.acme.com/' }],
  }
  const told = differences(before, after).map(({ place }) => `${place.entry?.key ?? ''} ${place.path}`)
  expect(told.slice(0, 7)).toEqual([
    ' appearance.theme',
    `${site.baseUrl} name`,
    `${site.baseUrl} enabled`,
    `${site.baseUrl} delaySeconds`,
    'https://new.acme.com/ baseUrl',
    'https://gone.acme.com/ baseUrl',
    'acme id',
  ])
})
