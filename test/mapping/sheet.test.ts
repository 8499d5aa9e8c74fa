import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet, type Sheet, sheetAsJson, sheetAsMarkdown } from '../../src/mapping/sheet'
import { mappingPaths } from '../../src/mapping/unused-settings'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { settingsFor } from './cases/case'
import { mappings } from './generated'

const mapping = settingsFor('miniorange', {
  usernamePattern: '^(a|b)`x',
  groups: { rules: [{ confluenceGroup: 'developers', when: 'dev|x; ops' }], defaultGroups: ['confluence-users', 'staff'], filterText: '' },
})
const sheet: Sheet = {
  ssoApp: 'miniorange',
  app: 'miniOrange OAuth/OpenID',
  site: 'https://wiki.acme.com/',
  mapping,
  tabs: semanticsOf('miniorange').form(mapping, ['acme.com', 'b.com']),
  beyond: semanticsOf('miniorange').beyond,
}

test('the sheet follows the app’s own tabs, in its words and its order', () => {
  expect(sheet.tabs.map(({ name }) => name)).toEqual(['User Profile', 'User Groups', 'Sign In Settings'])
  expect(sheet.tabs[0]?.fields.map(({ label }) => label)).toEqual([
    'Disable Attribute Mapping',
    'Login/Create Confluence user account by',
    'Username',
    'Apply regular expression on username field',
    'Regular Expression',
    'Email',
    'Separate Name Attributes',
    'Full Name Attribute',
  ])
  expect(sheet.tabs[2]?.fields).toEqual([
    { label: 'Allowed Domains', also: { label: 'Domain Restriction' }, value: 'acme.com;b.com', section: 'providers' },
  ])
})

test('as Markdown every value stands as it must be typed, whatever is in it', () => {
  const text = sheetAsMarkdown(sheet, {
    ticks: (isTicked) => (isTicked ? 'yes' : 'no'),
    also: ({ label }) => `also ${label}`,
    beyond: String,
  })
  expect(text).toContain('## User Groups')
  expect(text).toContain('| Add Groups | `developers` ← `dev\\|x; ops` |')
  expect(text).toContain('| Regular Expression | ``^(a\\|b)`x`` |')
  expect(text).toContain('| Default Group (also Default Group Configuration) | `confluence-users`<br>`staff` |')
  expect(text).toContain('| Disable Group Mapping | no |')
  expect(text).toMatch(/\n\nPhone,IM,Website,Position,Department,Location\n\n$/)
  const tabs = [
    {
      name: 'User Groups',
      fields: [
        { label: 'With', value: ' dev ' },
        { label: 'Replace', value: '^acme\\|(.*)$' },
      ],
    },
  ]
  const odd = sheetAsMarkdown({ ...sheet, tabs }, { ticks: String, also: String, beyond: String })
  expect(odd).toContain('| With | `  dev  ` |')
  expect(odd).toContain('| Replace | <code>&#94;acme&#92;&#124;&#40;&#46;&#42;&#41;&#36;</code> |')
})

test('a sheet that was saved as JSON is read back as the same mapping', () => {
  const read = readSheet(sheetAsJson(sheet))
  expect(read).toMatchObject({ values: { username: 'cognito:username', 'groups.rules': mapping.groups.rules, 'groups.defaultFor': 'new' } })
  expect('values' in read && Object.keys(read.values)).not.toContain('groups')
})

test.each(['miniorange', 'atlassian'] as const)('%s: whatever mapping is saved, every setting of it comes back as it was', (app) => {
  fc.assert(
    fc.property(mappings(app), (input) => {
      const tabs = semanticsOf(app).form(input.mapping, input.allowedDomains)
      const read = readSheet(sheetAsJson({ ...sheet, ssoApp: app, mapping: input.mapping, tabs }))
      const values = 'values' in read ? read.values : {}
      expect(Object.keys(values).sort()).toEqual([...mappingPaths].sort())
      for (const [path, value] of Object.entries(values)) expect(input.mapping, path).toHaveProperty(path, value)
    }),
  )
})

test('the settings of a site can be read as well', () => {
  expect(readSheet('{"baseUrl": "https://wiki.acme.com/", "mapping": {"email": "mail"}}')).toEqual({ values: { email: 'mail' } })
})

test('nothing is taken from what is no sheet, and it is said why', () => {
  expect(readSheet('{')).toEqual({ wrong: 'no-json' })
  for (const text of ['[]', 'null', '"mapping"', '{}', '{"mapping": []}', '{"__proto__": {"mapping": {}}}'])
    expect(readSheet(text), text).toEqual({ wrong: 'no-sheet' })
})

test('one bad value and nothing is taken: it is said where and why', () => {
  const text = JSON.stringify({ mapping: { email: 'mail', matchBy: 'phone', groups: { mode: 'x', colour: 1 } } })
  expect(readSheet(text)).toEqual({
    wrong: 'values',
    complaints: [
      { where: 'mapping.matchBy', source: 'user', code: 'not-a-choice' },
      { where: 'mapping.groups.colour', source: 'user', code: 'unknown-setting' },
      { where: 'mapping.groups.mode', source: 'user', code: 'not-a-choice' },
    ],
  })
})

test('the built-in SSO’s sheet leaves provisioning out where it is off', () => {
  const { form } = semanticsOf('atlassian')
  expect(form(settingsFor('atlassian', { createUsers: false }), []).map(({ name }) => name)).toEqual(['Authentication methods'])
  expect(form(settingsFor('atlassian', {}), [])[1]?.fields.map(({ value }) => value)).toEqual(['${name}', '${email}', 'cognito:groups'])
})
