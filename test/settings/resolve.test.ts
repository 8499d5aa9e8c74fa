import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listsAreLocked } from '../../src/settings/lists-are-locked'
import { leafAt } from '../../src/settings/place'
import { isBroken, resolve } from '../../src/settings/resolve'

const wiki = 'https://wiki.acme.com/'
const defaults = resolve({}, {}).settings

test('nothing set means the defaults, and nothing to complain about', () => {
  const { settings, sources, complaints } = resolve(undefined, undefined)
  expect(settings).toEqual(defaults)
  expect(settings.sites).toEqual([])
  expect(sources).toEqual({})
  expect(complaints).toEqual([])
})

test('a site needs its address and nothing else', () => {
  const { settings, complaints } = resolve({ version: 1, sites: [{ baseUrl: 'https://Wiki.Acme.com/confluence' }] }, {})
  expect(complaints).toEqual([])
  expect(settings.sites).toMatchObject([
    {
      baseUrl: 'https://wiki.acme.com/confluence/',
      enabled: true,
      ssoApp: 'auto',
      onLoginPage: 'offer',
      delaySeconds: 0,
      backdoor: { enabled: true, parameter: '' },
      holdOffSeconds: 300,
      mapping: { matchBy: 'username', groups: { attribute: 'cognito:groups', defaultGroups: ['confluence-users'], defaultFor: 'new' } },
    },
  ])
})

test('policy beats the person, value by value, and each value knows its source', () => {
  const user = { sites: [{ baseUrl: wiki, onLoginPage: 'stay', name: 'Mine' }] }
  const policy = { sites: [{ baseUrl: wiki, onLoginPage: 'redirect' }] }
  const { settings, sources } = resolve(user, policy)
  expect(settings.sites).toMatchObject([{ onLoginPage: 'redirect', name: 'Mine', delaySeconds: 0 }])
  expect(sources[`sites[${wiki}].onLoginPage`]).toBe('policy')
  expect(sources[`sites[${wiki}].name`]).toBe('user')
  expect(sources[`sites[${wiki}].delaySeconds`]).toBeUndefined()
})

test('the person’s own value comes back when policy goes', () => {
  const user = { sites: [{ baseUrl: wiki, onLoginPage: 'stay' }] }
  expect(resolve(user, {}).settings.sites).toMatchObject([{ onLoginPage: 'stay' }])
})

test('people may add sites to their organisation’s, unless the lists are locked', () => {
  const user = { sites: [{ baseUrl: 'https://mine.example/' }], lockLists: true }
  const policy = { sites: [{ baseUrl: wiki }] }
  expect(resolve(user, policy).settings.sites.map(({ baseUrl }) => baseUrl)).toEqual([wiki, 'https://mine.example/'])
  expect(resolve(user, { ...policy, lockLists: true }).settings.sites.map(({ baseUrl }) => baseUrl)).toEqual([wiki])
})

test.each<[string, object, string, string]>([
  ['a number out of range', { sites: [{ baseUrl: wiki, delaySeconds: 61 }] }, `sites[${wiki}].delaySeconds`, 'number-out-of-range'],
  ['a text where a switch belongs', { sites: [{ baseUrl: wiki, enabled: 'yes' }] }, `sites[${wiki}].enabled`, 'not-a-toggle'],
  ['a choice that does not exist', { sites: [{ baseUrl: wiki, onLoginPage: 'jump' }] }, `sites[${wiki}].onLoginPage`, 'not-a-choice'],
  ['a setting that nobody knows', { colour: 'red' }, 'colour', 'unknown-setting'],
  ['a site without an address', { sites: [{}] }, 'sites[0].baseUrl', 'required'],
  ['one site twice', { sites: [{ baseUrl: wiki }, { baseUrl: 'https://WIKI.acme.com' }] }, 'sites[1].baseUrl', 'same-twice'],
  ['a site that is a word', { sites: ['wiki'] }, 'sites[0]', 'not-a-group'],
  ['sites that are no list', { sites: { baseUrl: wiki } }, 'sites', 'not-a-list'],
  ['plain http', { sites: [{ baseUrl: 'http://wiki.acme.com/' }] }, 'sites[0].baseUrl', 'not-https'],
  ['a password in an address', { sites: [{ baseUrl: 'https://a:b@wiki.acme.com/' }] }, 'sites[0].baseUrl', 'address-with-credentials'],
  ['a whole login page’s address', { sites: [{ baseUrl: `${wiki}login.action?x=1` }] }, 'sites[0].baseUrl', 'address-with-query'],
  ['words that are no address', { sites: [{ baseUrl: 'our wiki' }] }, 'sites[0].baseUrl', 'not-an-address'],
  ['a region that AWS does not have', { providers: [{ id: 'a', region: 'Europe' }] }, 'providers[a].region', 'not-a-region'],
  ['an issuer where the domain belongs', { providers: [{ id: 'a', domain: 'acme.example/login' }] }, 'providers[a].domain', 'not-a-host'],
  [
    'a pattern that is none',
    { sites: [{ baseUrl: wiki, mapping: { usernamePattern: '(' } }] },
    `sites[${wiki}].mapping.usernamePattern`,
    'not-a-pattern',
  ],
  ['settings of a newer Latchkey', { version: 2 }, 'version', 'newer-version'],
  ['a version that is none', { version: 'two' }, 'version', 'not-a-number'],
])('%s is passed over and complained about', (_, user, where, code) => {
  expect(resolve(user, {}).complaints).toEqual([{ where, source: 'user', code }])
  expect(resolve({}, user).complaints).toEqual([{ where, source: 'policy', code }])
})

const lists = (allowedDomains: unknown) => ({ providers: [{ id: 'a', allowedDomains, scopes: ['openid', 'acme/read', 7] }] })

test('a bad item of a list costs itself, and the others count', () => {
  const rules = [
    { confluenceGroup: 'a', when: 'b' },
    { confluenceGroup: '', when: 'c' },
  ]
  const { settings, sources, complaints } = resolve({ sites: [{ baseUrl: wiki, mapping: { groups: { rules } } }] }, lists(['acme.com', '']))
  expect(settings.providers).toMatchObject([{ allowedDomains: ['acme.com'], scopes: ['openid', 'acme/read'] }])
  expect(settings.sites).toMatchObject([{ mapping: { groups: { rules: [{ confluenceGroup: 'a', when: 'b' }] } } }])
  expect(sources['providers[a].allowedDomains']).toBe('policy')
  expect(complaints.map(({ where, source, code }) => [where, source, code])).toEqual([
    [`sites[${wiki}].mapping.groups.rules[1]`, 'user', 'not-a-rule'],
    ['providers[a].scopes[2]', 'policy', 'not-a-text'],
    ['providers[a].allowedDomains[1]', 'policy', 'required'],
  ])
})

test('an allowed domain that no address can have is complained about, and the others count', () => {
  const allowedDomains = ['acme.com other.com', ' acme.com ', '@acme.com', 'ann@acme.com', 'a.com,b.com', 'a.com;b.com', 'bücher.example']
  const { settings, complaints } = resolve({}, { providers: [{ id: 'a', allowedDomains }] })
  expect(settings.providers[0]?.allowedDomains).toEqual(['acme.com', 'bücher.example'])
  expect(complaints).toEqual(
    [0, 2, 3, 4, 5].map((item) => ({ where: `providers[a].allowedDomains[${item}]`, source: 'policy', code: 'not-a-domain' })),
  )
})

test('several scopes in one item are complained about, and the others count', () => {
  const scopes = ['email', 'openid profile', ' acme/read ', 'a"b']
  const { settings, complaints } = resolve({}, { providers: [{ id: 'a', scopes }] })
  expect(settings.providers[0]?.scopes).toEqual(['email', 'acme/read'])
  expect(complaints).toEqual([
    { where: 'providers[a].scopes[1]', source: 'policy', code: 'not-a-scope' },
    { where: 'providers[a].scopes[3]', source: 'policy', code: 'not-a-scope' },
  ])
})

test('what a rule has beyond its two fields is complained about and carried along, and the rule counts', () => {
  const rules = [{ confluenceGroup: 'a', when: 'b', comment: 'since May', toString: 1 }]
  const layer = { sites: [{ baseUrl: wiki, mapping: { groups: { rules } } }] }
  const { settings, complaints } = resolve({}, layer)
  expect(settings.sites[0]?.mapping.groups.rules).toEqual(rules)
  expect(complaints).toEqual(
    ['comment', 'toString'].map((name) => ({
      where: `sites[${wiki}].mapping.groups.rules[0].${name}`,
      source: 'policy',
      code: 'unknown-setting',
    })),
  )
})

test('a list without one good item is as good as none: the person’s own counts, or the default', () => {
  const scopesOf = (user: object) => resolve({ providers: [{ id: 'a', ...user }] }, { providers: [{ id: 'a', scopes: [7, ''] }] }).settings
  expect(scopesOf({ scopes: ['phone'] }).providers).toMatchObject([{ scopes: ['phone'] }])
  expect(scopesOf({}).providers).toMatchObject([{ scopes: ['openid', 'email', 'profile'] }])
})

test('lists are locked where policy says so, and neither where it says the contrary nor where a person does', () => {
  const locked = [true, false].map((lockLists) => [listsAreLocked(resolve({}, { lockLists })), listsAreLocked(resolve({ lockLists }, {}))])
  expect(locked).toEqual([
    [true, false],
    [false, false],
  ])
})

test('what nobody knows in a rule is carried along, so that no copy has to be kept aside; a wrong rule could be lost', () => {
  const withRule = (rule: object) => ({ sites: [{ baseUrl: wiki, mapping: { groups: { rules: [rule] } } }] })
  expect(isBroken(withRule({ confluenceGroup: 'a', when: 'b', comment: 'since May' }))).toBe(false)
  expect(isBroken(withRule({ confluenceGroup: 'a', when: 7 }))).toBe(true)
})

test('the catalogue knows values by their paths, and nothing of groups and of paths that there are not', () => {
  expect(leafAt('sites.backdoor.enabled')?.kind).toBe('toggle')
  for (const path of ['sites', 'features', 'sites.backdoor', 'colour', 'colour.of', 'lockLists.of', 'toString'])
    expect(leafAt(path), path).toBeUndefined()
})

test('an empty list is a value: policy and people can say that there is none', () => {
  const { settings, sources } = resolve({}, { sites: [{ baseUrl: wiki, mapping: { groups: { defaultGroups: [] } } }] })
  expect(settings.sites[0]?.mapping.groups.defaultGroups).toEqual([])
  expect(sources[`sites[${wiki}].mapping.groups.defaultGroups`]).toBe('policy')
})

test('the least and the greatest number are allowed themselves', () => {
  const sites = [0, 60].map((delaySeconds) => ({ baseUrl: `https://wiki${delaySeconds}.acme.com/`, delaySeconds, holdOffSeconds: 86_400 }))
  const { settings, complaints } = resolve({ sites }, {})
  expect(complaints).toEqual([])
  expect(settings.sites).toMatchObject(sites)
})

test('a bad value of policy leaves the person’s good one in force', () => {
  const { settings } = resolve({ sites: [{ baseUrl: wiki, delaySeconds: 5 }] }, { sites: [{ baseUrl: wiki, delaySeconds: -1 }] })
  expect(settings.sites).toMatchObject([{ delaySeconds: 5 }])
})

test('a text of nothing but blanks is one that is not set', () => {
  const { settings, complaints } = resolve({ providers: [{ id: 'acme', region: '  ', domain: '\t' }] }, {})
  expect(complaints).toEqual([])
  expect(settings.providers).toMatchObject([{ region: '', domain: '' }])
})

test('half a character, as a text that was cut may end with, is read as a sign that every browser can send and store', () => {
  const text = 'wiki \ud83d'
  const rules = [{ confluenceGroup: text, when: text }]
  const site = {
    baseUrl: wiki,
    name: text,
    relayState: text,
    backdoor: { parameter: text },
    mapping: { groups: { rules, excludeGroups: [text] } },
  }
  const { settings, complaints } = resolve({}, { sites: [site] })
  expect(complaints).toEqual([])
  expect(settings.sites).toMatchObject([JSON.parse(JSON.stringify(site).replaceAll('\\ud83d', '\ufffd'))])
})

test('plain http is fine on localhost', () => {
  expect(resolve({ sites: [{ baseUrl: 'http://localhost:8090/' }] }, {}).complaints).toEqual([])
})

test('a domain may be pasted as an address', () => {
  const { settings } = resolve({ providers: [{ id: 'a', domain: 'https://ACME.auth.eu-west-1.amazoncognito.com/' }] }, {})
  expect(settings.providers).toMatchObject([{ domain: 'acme.auth.eu-west-1.amazoncognito.com' }])
})

test('whatever is stored, reading it never throws and always gives whole settings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (user, policy) => {
      expect(Object.keys(resolve(user, policy).settings)).toEqual(Object.keys(defaults))
    }),
  )
})

test('a key called __proto__ changes nothing', () => {
  const user: unknown = JSON.parse(
    '{"__proto__": {"enabled": false}, "sites": [{"baseUrl": "https://wiki.acme.com/", "__proto__": {"name": "x"}}]}',
  )
  expect(resolve(user, {}).settings.sites).toMatchObject([{ name: '', enabled: true }])
  expect(Object.prototype).not.toHaveProperty('name')
})

test.each(['^(.+)@', String.raw`\-`, '(?i)ann', 'a++', String.raw`\Qa.b\E`])(
  'a pattern that Java can run is kept: %s',
  (usernamePattern) => {
    const { settings, complaints } = resolve({ sites: [{ baseUrl: 'https://wiki.acme.com/', mapping: { usernamePattern } }] }, {})
    expect([settings.sites[0]?.mapping.usernamePattern, complaints]).toEqual([usernamePattern, []])
  },
)
