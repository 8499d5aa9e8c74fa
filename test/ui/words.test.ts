import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { oneMoreTry } from '../../src/login-page/decision'
import { type Layout, layouts } from '../../src/options/layout'
import { catalog } from '../../src/settings/catalog'
import type { Fields } from '../../src/settings/kinds'
import { leafAt, pathsOf } from '../../src/settings/place'
import { complaintInWords, placeInWords } from '../../src/ui/complaint-words'
import { messages } from './fake-browser'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const everyPath = (fields: Fields, above = ''): string[] =>
  Object.entries(fields).flatMap(([name, node]) => [
    `${above}${name}`,
    ...('fields' in node ? everyPath(node.fields, `${above}${name}.`) : []),
  ])
const settingKeys = everyPath(catalog).flatMap((path) => [
  `setting_${path.replaceAll('.', '_')}`,
  `setting_${path.replaceAll('.', '_')}_about`,
])
const choiceKeys = everyPath(catalog).flatMap((path) =>
  (leafAt(path)?.options ?? []).map((option) => `choice_${path.replaceAll('.', '_')}_${option.replaceAll('-', '_')}`),
)
const family = (prefix: string) => Object.keys(messages).filter((key) => key.startsWith(prefix))

test('every setting has a name and a sentence, and no words are left of settings that are gone', () => {
  expect(family('setting_').sort()).toEqual([...settingKeys].sort())
})

test('every value to choose from has a name', () => {
  expect(family('choice_').sort()).toEqual([...choiceKeys].sort())
})

test('a button of its own words stands on the page for those reasons that lead to one more try', () => {
  const codes = family('noticeButton_').map((key) => key.replace('noticeButton_', '').replaceAll('_', '-'))
  expect(codes.sort()).toEqual([...oneMoreTry].sort())
})

const sources = Object.values(import.meta.glob<string>('../../src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })).join(
  '\n',
)
const manifest = readFileSync(new URL('../../manifest.json', import.meta.url).pathname, 'utf8')

/** Families whose keys end in a code of the sources, hyphens for underscores. */
const byCode = [
  ...['problem', 'reason', 'notice', 'noticeButton', 'complaint', 'remark', 'excess', 'origin', 'platform', 'act', 'kind', 'asked'],
  ...['step', 'skipped', 'trouble', 'stated'],
  ...['finding', 'where', 'whereCognito', 'severity', 'type', 'difference', 'source', 'place', 'paste', 'standing', 'format', 'lookUp'],
]
/** Families whose keys end in a name that stands in the sources as it is: a claim, a check, an SSO app's id. */
const byName = [
  'claim',
  'check',
  'rescue',
  'console',
  'form',
  'outcome',
  'withoutGroups',
  'onlyElsewhere',
  'whereScopes',
  'whereProfile',
  'whereGroups',
]

/** What has to stand in the sources for a message to be of use: its key, or the code that its key is made of. */
function useOf(key: string): string {
  const [, head = '', code = ''] = /^([a-zA-Z]+)_(.*?)(?:_next|_about)?$/.exec(key) ?? []
  if (byCode.includes(head)) return code.replaceAll('_', '-')
  return byName.includes(head) ? code : key
}

test.each(Object.keys(messages).filter((key) => !/^(setting|choice)_/.test(key)))('the message %s is used', (key) => {
  // A claim of Cognito's own has words without Cognito's prefix.
  const starts = key.startsWith('claim_') ? ["'", "'cognito:"] : ["'", '`']
  const isUsed = starts.some((start) => sources.includes(`${start}${useOf(key)}${start.charAt(0)}`)) || manifest.includes(`__MSG_${key}__`)
  expect(isUsed || new RegExp(`\\b${useOf(key)}:`).test(sources)).toBe(true)
})

test.each(Object.entries(messages))(
  'the message %s declares its placeholders, in order, and no others',
  (_, { message, placeholders = {} }) => {
    expect(message.trim()).not.toBe('')
    const used = [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name))]
    expect(Object.keys(placeholders)).toEqual(used)
    expect(Object.values(placeholders).map(({ content }) => content)).toEqual(used.map((_, index) => `$${index + 1}`))
  },
)

test('every check that a token goes through has a name and a meaning', () => {
  const judges = Object.values(
    import.meta.glob<string>(['../../src/session/*.ts', '../../src/providers/*.ts'], { eager: true, query: '?raw', import: 'default' }),
  ).join('\n')
  const names = [...judges.matchAll(/name: '([a-z_]+)', passed|check\('([a-z_]+)'/g)].map(([, a, b]) => a ?? b ?? '')
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) {
    expect(messages, `_locales needs check_${name} and check_${name}_about`).toHaveProperty(`check_${name}`)
    expect(messages).toHaveProperty(`check_${name}_about`)
  }
})

test.each(['sites', 'providers'] as const)('the options page shows every setting of %s exactly once', (list) => {
  const shown = Object.values<Layout>(layouts)
    .filter((layout) => layout.list === list)
    .flatMap(({ essential, groups }) => [...essential, ...groups.flatMap(({ paths }) => paths)])
  expect([...shown].sort(), 'say in src/options/layout.ts where each stands').toEqual([...pathsOf(catalog[list].fields)].sort())
})

test('a complaint says where: list, entry, setting', () => {
  expect(placeInWords('sites[https://wiki.acme.com/].delaySeconds')).toBe('Sites › https://wiki.acme.com/ › Delay in seconds')
  expect(placeInWords('sites[1].baseUrl')).toBe('Sites › entry 2 › Address')
  expect(placeInWords('sites[https://wiki.acme.com/].mapping.groups.rules[1].comment')).toBe(
    'Sites › https://wiki.acme.com/ › Rules › entry 2 › comment',
  )
  expect(placeInWords('appearance.theme')).toBe('Theme')
  expect(placeInWords('colour')).toBe('colour')
  expect(placeInWords('sites[https://wiki.acme.com/].colour')).toBe('Sites › https://wiki.acme.com/ › colour')
})

test('a number out of range is answered with the range, by whichever name its place is called', () => {
  for (const where of ['sites.holdOffSeconds', 'sites[https://wiki.acme.com/].holdOffSeconds'])
    expect(complaintInWords('number-out-of-range', where)).toBe('A whole number from 0 to 86400 is needed here.')
})

test('an address that stands for many hosts is answered with the form of one that does not: it began with https:// already', () => {
  expect(complaintInWords('not-an-address')).toContain('of one host, such as https://wiki.acme.com/')
})
