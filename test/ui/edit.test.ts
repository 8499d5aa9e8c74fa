import { expect, test, vi } from 'vitest'
import { deepLink } from '../../src/options/deep-link'
import { effectiveValues } from '../../src/options/effective'
import { newProvider } from '../../src/options/new-provider'
import { siteAddress } from '../../src/options/site-address'
import { addEntry, removeEntry, renameEntry, setAt, withoutBare } from '../../src/settings/edit'
import { resolve } from '../../src/settings/resolve'
import { provider, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const signIn = 'acme.auth.eu-west-1.amazoncognito.com'
const entry = { list: 'sites', key: site.baseUrl } as const

test('a value is set in its entry, and all else that is stored stays, known or not', () => {
  const stored = { ...settings, colour: 'x', sites: [{ ...site, mood: 1, backdoor: { parameter: 'a' } }, 'rubbish'] }
  expect(setAt(stored, { entry, path: 'backdoor.enabled' }, false)).toEqual({
    ...stored,
    sites: [{ ...site, mood: 1, backdoor: { parameter: 'a', enabled: false } }, 'rubbish'],
  })
})

test('an entry is found however its address was spelt', () => {
  const stored = { sites: [{ baseUrl: 'https://WIKI.acme.com/confluence' }] }
  expect(setAt(stored, { entry, path: 'name' }, 'A')).toMatchObject({ sites: [{ baseUrl: 'https://WIKI.acme.com/confluence', name: 'A' }] })
})

test('one’s own value for a site that only policy names makes an entry of one’s own', () => {
  expect(setAt(undefined, { entry, path: 'name' }, 'A')).toEqual({ version: 1, sites: [{ baseUrl: site.baseUrl, name: 'A' }] })
})

test('a value for a site that only policy names leaves all entries of one’s own where they are', () => {
  const own = { baseUrl: 'https://own.example/', name: 'Own' }
  expect(setAt({ sites: [own] }, { entry, path: 'name' }, 'A')).toMatchObject({ sites: [own, { baseUrl: site.baseUrl, name: 'A' }] })
})

test('taking a value out leaves the default', () => {
  expect(setAt(settings, { entry, path: 'name' }, undefined)).toMatchObject({ sites: [{ baseUrl: site.baseUrl }] })
  expect(setAt({ appearance: { theme: 'dark' } }, { path: 'appearance.theme' }, undefined)).toEqual({ version: 1, appearance: {} })
})

test('taking out a value that was never set makes no entry', () => {
  expect(setAt({}, { entry, path: 'name' }, undefined)).toEqual({ version: 1 })
})

test('what is left of an entry of one’s own beside policy’s goes once it says nothing, and stays while it says something', () => {
  const place = { entry, path: 'backdoor.enabled' } as const
  const changed = setAt({}, place, false)
  expect(withoutBare(changed, entry)).toEqual(changed)
  expect(withoutBare(setAt(changed, place, undefined), entry)).toEqual({ version: 1, sites: [] })
})

test('a newer version’s number is kept', () => {
  expect(setAt({ version: 9 }, { path: 'appearance.theme' }, 'dark')).toMatchObject({ version: 9 })
})

test('entries are added and removed', () => {
  const other = { list: 'sites', key: 'https://b.example/' } as const
  const added = addEntry(settings, other)
  expect(resolve(added, {}).settings.sites.map(({ baseUrl }) => baseUrl)).toEqual([site.baseUrl, other.key])
  expect(removeEntry(added, other)).toEqual(settings)
})

test('sites follow when their provider gets another name', () => {
  const stored = { ...settings, sites: [{ ...site, provider: 'acme' }, site] }
  const renamed = renameEntry(stored, { list: 'providers', key: 'acme' }, 'pool')
  expect(renamed).toMatchObject({ providers: [{ ...provider, id: 'pool' }], sites: [{ provider: 'pool' }, site] })
})

test.each([
  ['wiki.acme.com', { baseUrl: 'https://wiki.acme.com/' }],
  ['https://wiki.acme.com/confluence/login.action?os_destination=%2F#x', { baseUrl: 'https://wiki.acme.com/confluence/' }],
  [' https://wiki.acme.com/confluence?x=1 ', { baseUrl: 'https://wiki.acme.com/confluence/' }],
  ['localhost:8090/confluence', { baseUrl: 'http://localhost:8090/confluence/' }],
  ['localhost.acme.com', { baseUrl: 'https://localhost.acme.com/' }],
  ['http://localhost:8090', { baseUrl: 'http://localhost:8090/' }],
  ['“https://wiki.acme.com/”', { baseUrl: 'https://wiki.acme.com/' }],
  ['[Wiki](https://wiki.acme.com/display/DS)', { baseUrl: 'https://wiki.acme.com/' }],
  ['https://wiki.acme.com/\u200b', { baseUrl: 'https://wiki.acme.com/' }],
  ['https:/wiki.acme.com', { baseUrl: 'https://wiki.acme.com/' }],
  [
    `https://${signIn}/login?client_id=7&redirect_uri=https%3A%2F%2Fwiki.acme.com%2Fconfluence%2Fplugins%2Fservlet%2Foauth%2Fcallback`,
    { baseUrl: 'https://wiki.acme.com/confluence/' },
  ],
  [
    'https://login.acme.com/oauth2/authorize?client_id=7&redirect_uri=https://wiki.acme.com/plugins/servlet/oidc/callback',
    { baseUrl: 'https://wiki.acme.com/' },
  ],
  [`https://${signIn}/login?client_id=7&redirect_uri=https%3A%2F%2Fabc.chromiumapp.org%2F`, { wrong: 'of-a-user-pool' }],
  [`https://${signIn}/login?client_id=7&redirect_uri=http%3A%2F%2Fwiki.acme.com%2Fplugins%2Fservlet%2Fx`, { wrong: 'of-a-user-pool' }],
  [signIn, { wrong: 'of-a-user-pool' }],
  ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC', { wrong: 'of-a-user-pool' }],
  ['eu-west-1_AbC', { wrong: 'of-a-user-pool' }],
  [
    'https://123456789012-ab12cd34.eu-west-1.console.aws.amazon.com/cognito/v2/idp/user-pools?region=eu-west-1',
    { wrong: 'of-a-user-pool' },
  ],
  [
    'https://wiki.acme.com/plugins/servlet/oauth2/consent?client_id=7&redirect_uri=https://other.acme.com/plugins/servlet/x',
    { baseUrl: 'https://wiki.acme.com/' },
  ],
  ['*.acme.com', { wrong: 'not-an-address' }],
  ['http://wiki.acme.com', { wrong: 'not-https' }],
  ['https://a:b@wiki.acme.com', { wrong: 'address-with-credentials' }],
  ['https://', { wrong: 'not-an-address' }],
  ['', { wrong: 'required' }],
  ['ann@acme.com', { wrong: 'an-email-address' }],
  ['mailto:ann@acme.com', { wrong: 'an-email-address' }],
  ['Ann Archer <ann@acme.com>', { wrong: 'an-email-address' }],
  ['ann:secret@wiki.acme.com', { wrong: 'address-with-credentials' }],
  ['ann@wiki.acme.com/confluence', { wrong: 'address-with-credentials' }],
])('“%s” is understood as an address', (typed, expected) => expect(siteAddress(typed)).toEqual(expected))

test.each([
  ['https://wiki.acme.com/display/ENG/Home', 'https://wiki.acme.com/'],
  ['https://wiki.acme.com/spaces/ENG/overview', 'https://wiki.acme.com/'],
  ['https://wiki.acme.com/pages/viewpage.action?pageId=1', 'https://wiki.acme.com/'],
  ['https://wiki.acme.com/index.action#all-updates', 'https://wiki.acme.com/'],
  ['https://wiki.acme.com/x/AbC', 'https://wiki.acme.com/'],
  ['https://acme.com/confluence/display/ENG/pages', 'https://acme.com/confluence/'],
  ['acme.com/wiki/dashboard.action', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/collector/pages.action?key=DS', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/calendar/mycalendar.action', 'https://acme.com/wiki/'],
  ['https://acme.com/tools/wiki/plugins/servlet/upm', 'https://acme.com/tools/wiki/'],
  ['https://acme.com/wiki/calendar/mine', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/download/attachments/1/plan.pdf', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/label/DS/how-to', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/people/all', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/questions/1/how', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/rest/api/content/1', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/s/en_GB/9012/1/_/favicon.ico', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/users/ann', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/admin/users', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/spacedirectory/view.action', 'https://acme.com/wiki/'],
  ['https://wiki.acme.com/setup/setupstart.action', 'https://wiki.acme.com/'],
  ['https://acme.com/wiki/bootstrap/selectsetupstep.action', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/index.action;jsessionid=A1B2', 'https://acme.com/wiki/'],
  ['https://acme.com/wiki/pages/viewpage.action;jsessionid=A1B2?pageId=1', 'https://acme.com/wiki/'],
])('any page of a site will do: %s', (page, baseUrl) => expect(siteAddress(page)).toEqual({ baseUrl }))

test.each([
  'https://jira.acme.com/secure/Dashboard.jspa',
  'https://acme.com/jira/secure/RapidBoard.jspa?rapidView=1',
  'https://jira.acme.com/browse/ABC-1',
  'https://jira.acme.com/browse/ABC_2-17?focusedCommentId=1#comment-1',
  'https://jira.acme.com/login.jsp?os_destination=%2Fdefault.jsp',
  'https://jira.acme.com/projects/ABC/issues/ABC-12?filter=allopenissues',
  'https://jira.acme.com/projects/ABC/summary',
  'https://bitbucket.acme.com/projects/ABC/repos/wiki/browse/src?at=refs%2Fheads%2Fmain',
  'https://git.acme.com/stash/users/ann/repos/dot-files/pull-requests/7/overview',
  'https://wiki.acme.com/projects/ABC/repos/wiki',
  ...['commits/7f3a', 'branches', 'compare', 'builds', 'settings'].map((page) => `https://git.acme.com/projects/ABC/repos/wiki/${page}`),
  'https://bamboo.acme.com/browse/ABC-WIKI-12',
  'https://bamboo.acme.com/allPlans.action',
  'https://bamboo.acme.com/userlogin!doDefault.action?os_destination=%2Fstart.action',
])('a page of another product is told by its path: %s', (page) => expect(siteAddress(page)).toEqual({ wrong: 'of-another-product' }))

test.each([
  ['https://jira.acme.com/', 'https://jira.acme.com/'],
  ['https://jira.acme.com/confluence/display/DS/Home', 'https://jira.acme.com/confluence/'],
  ['https://bitbucket.acme.com/login.action', 'https://bitbucket.acme.com/'],
  ['https://acme.com/projects/', 'https://acme.com/projects/'],
  ['https://acme.com/projects/ABC/display/DS/Home', 'https://acme.com/projects/ABC/'],
  ['https://acme.com/browse/', 'https://acme.com/browse/'],
  ['https://acme.com/browse/my-wiki/', 'https://acme.com/browse/my-wiki/'],
  ['https://acme.com/projects/wiki/summary', 'https://acme.com/projects/wiki/summary/'],
  ['https://acme.com/browse/ABC-1/login.action', 'https://acme.com/browse/ABC-1/'],
  ['https://acme.com/secure/login.action', 'https://acme.com/secure/'],
  ['https://acme.com/secure/display/DS/Dashboard.jspa', 'https://acme.com/secure/'],
  ['https://wiki.acme.com/display/DS/browse/ABC-1', 'https://wiki.acme.com/'],
  ['https://wiki.acme.com/display/DS/login.jsp', 'https://wiki.acme.com/'],
  ...['login-jsp', 'secure/jspa', 'secure/Wiki-jspa', 'allPlans-action', 'userlogin!of-action'].map((path): [string, string] => [
    `https://acme.com/${path}/`,
    `https://acme.com/${path}/`,
  ]),
])('no address is taken for another product’s by its host, nor by what a Confluence may have in its path: %s', (page, baseUrl) =>
  expect(siteAddress(page)).toEqual({ baseUrl }),
)

test('a context path may be called like a part of Confluence, where nothing stands behind it', () => {
  expect(siteAddress('https://acme.com/pages/')).toEqual({ baseUrl: 'https://acme.com/pages/' })
  expect(siteAddress('https://s/x')).toEqual({ baseUrl: 'https://s/x/' })
  expect(siteAddress('https://acme.com/setup/index.action')).toEqual({ baseUrl: 'https://acme.com/setup/' })
})

const page = 'https://wiki.acme.com/confluence/display/DS'
const encoded = encodeURIComponent(page)

test.each([
  ['Outlook', `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&reserved=0`],
  ['Outlook, between brackets', `<https://nam02.safelinks.protection.outlook.com/ap/t-5958/?url=${encoded}&data=1>`],
  ['Teams', `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}`],
  ['Gmail', `https://www.google.com/url?q=${encoded}&sa=D`],
  ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E`],
  ['Proofpoint', `https://urldefense.com/v3/__${page}__;!!AbC$`],
  ['Proofpoint of old', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__wiki.acme.com_confluence_display_DS&d=DwM'],
])('a link that %s has wrapped leads to the site within', (_, link) => {
  expect(siteAddress(link)).toEqual({ baseUrl: 'https://wiki.acme.com/confluence/' })
})

test.each([
  [`https://wiki.acme.com/plugins/servlet/x?url=${encodeURIComponent('https://evil.example/')}`, 'https://wiki.acme.com/'],
  [`https://safelinks.protection.outlook.com.evil.example/?url=${encoded}`, 'https://safelinks.protection.outlook.com.evil.example/'],
])('an address in an address of anybody else’s is not taken for the site: %s', (link, baseUrl) => {
  expect(siteAddress(link)).toEqual({ baseUrl })
})

test.each([
  ['https://login.acme.com:8443/oauth2/authorize?client_id=7abc', 'login.acme.com-8443'],
  [`https://${'a'.repeat(62)}.acme.com/login?client_id=7abc`, 'a'.repeat(60)],
  ['https://acme.auth.eu-west-1.amazoncognito.com/login?client_id=7abc', 'acme-2'],
  ['“Acme”', 'Acme'],
  ['https://login.acme.com/', 'login.acme.com'],
  ['https://login.acme.com/realms/acme/.well-known/openid-configuration', 'login.acme.com'],
])('the short name that is made of %s is one that can be stored', (pasted, key) => {
  expect(newProvider(pasted, ['acme'])).toEqual({ key })
  expect(resolve({ providers: [{ id: key }] }, {}).complaints).toEqual([])
})

test.each(['https://login..acme.com/login?client_id=7abc', 'https://[::1]/login?client_id=7abc'])('%s is no pool, and said so', (typed) => {
  expect(newProvider(typed, [])).toEqual({ wrong: 'not-an-id' })
})

test('a link to the page can name a section, an address to add, and a site', () => {
  expect(deepLink('#sites?add=https%3A%2F%2Fwiki.acme.com%2F')).toEqual({
    section: 'sites',
    add: 'https://wiki.acme.com/',
    site: '',
    check: '',
  })
  expect(deepLink('#assistant?site=https%3A%2F%2Fwiki.acme.com%2F')).toMatchObject({ section: 'assistant', site: 'https://wiki.acme.com/' })
  expect(deepLink('')).toEqual({ section: '', add: '', site: '', check: '' })
})

test('every value in force is listed with its source', () => {
  const values = effectiveValues(resolve(settings, { sites: [{ baseUrl: site.baseUrl, delaySeconds: 5 }] }))
  const of = (path: string) => values.find(({ place }) => place.path === path)
  expect(of('delaySeconds')).toMatchObject({ value: 5, source: 'policy', place: { entry } })
  expect(of('name')).toMatchObject({ value: 'Acme wiki', source: 'user' })
  expect(of('mapping.groups.attribute')).toMatchObject({ value: 'cognito:groups', source: 'default' })
  expect(of('appearance.theme')).toMatchObject({ value: 'auto', source: 'default' })
})
