// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableCSSFileLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, test } from 'vitest'
import { startFrom } from '../../src/login-page/door'
import { recogniseAddress } from '../../src/login-page/recognise-address'
import { signs } from '../../src/platform/signs'
import { ssoApps } from '../../src/sso-apps'
import { baseUrl, documentOf, pages, seen } from './pages'

const cases = Object.entries(pages).map(([path, html]) => {
  const [host = '', app = '', name = ''] = path.replace('../pages/', '').replace('.html', '').split('/')
  return { host, app, name, html }
})

/** Where a page of each kind stands. */
const addresses = {
  'admin-login': 'authenticate.action?destination=%2Fadmin%2F',
  'login-failed': 'dologin.action',
  'sso-failed': 'login.action?oautherror=1',
  'logged-out': 'login.action?logout=true',
  'signed-in': 'index.action',
  'no-permission': 'login.action?os_destination=%2Fx&permissionViolation=true',
  anonymous: 'display/PUB/Welcome',
  other: 'forgotuserpassword.action',
  login: 'login.action?os_destination=%2Fx',
} as const
const kindIn = (name: string) => Object.keys(addresses).find((kind) => name.startsWith(kind)) as keyof typeof addresses | undefined

const ofConfluence = cases.filter(({ host }) => host === 'confluence')
const ofOthers = cases.filter(({ host }) => !host.startsWith('confluence'))

test.each(ofConfluence)('$app/$name is Confluence’s', ({ app, name, html }) => {
  const kind = kindIn(name) ?? 'login'
  const page = seen(html, addresses[kind])
  expect(page).toMatchObject({ host: 'Confluence', kind, baseUrl })
  expect(page?.ssoApp).toBe(app === 'none' ? undefined : app)
  expect(page?.appRedirects).toBe(name.endsWith('redirecting'))
  expect(page?.evidence.host.length).toBeGreaterThan(0)
  expect(page?.version).toBe(/(?:ajs-version-number" content="|footer-build-information['"]>)([\d.]+)/.exec(html)?.[1])
  expect(page?.evidence.version !== undefined).toBe(page?.version !== undefined)
})

test.each(ofConfluence)('$app/$name is Confluence’s at the root of its host as well', ({ name, html }) => {
  const kind = kindIn(name) ?? 'login'
  expect(seen(html, addresses[kind], 'https://wiki.acme.example/')).toMatchObject({ host: 'Confluence', kind })
})

test('the page on which an administrator’s password was refused asks for it once more', () => {
  const html = pages['../pages/confluence/none/admin-login.html'] ?? ''
  expect(seen(html, 'doauthenticate.action')).toMatchObject({ host: 'Confluence', kind: 'admin-login', baseUrl })
})

test.each(ofOthers)('$host/$name is not taken for Confluence, wherever it stands', ({ html }) => {
  for (const path of ['login.jsp', 'login', 'userlogin!doDefault.action', 'secure/Dashboard.jspa', ...Object.values(addresses)])
    expect(seen(html, path), path).toBeUndefined()
})

test.each([
  ['https://acme.atlassian.net/wiki/spaces/DS/overview', 'Confluence Cloud'],
  ['https://acme.atlassian.net/wiki', 'Confluence Cloud'],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fwiki&application=confluence', 'Confluence Cloud'],
  ['https://id.atlassian.com/login/select-account?application=confluence', 'Confluence Cloud'],
  ['https://id.atlassian.com/join/user-access?resource=ari%3Acloud%3Aconfluence%3A%3Asite%2F1', 'Confluence Cloud'],
  ['https://id.atlassian.com/join/user-access?resource=ari%3Acloud%3Ajira%3A%3Asite%2F1', undefined],
  ['https://id.atlassian.com/join/user-access?resource=ari:cloud:jira::site/1', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fwiki%2Fspaces%2FDS', 'Confluence Cloud'],
  [
    'https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Flogin%3FredirectCount%3D1%26dest-url%3D%252Fwiki%252Fspaces',
    'Confluence Cloud',
  ],
  ['https://id.atlassian.com/login', 'Confluence Cloud'],
  ['https://id.atlassian.com/login?application=jira', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fjira%2Fyour-work', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Fcommunity.atlassian.com%2Fforums', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme-wiki.atlassian.net%2Fbrowse%2FDS-1', undefined],
  ['https://acme.atlassian.net/browse/DS-1', undefined],
  ['https://acme.atlassian.net.evil.example/wiki', undefined],
  ['https://id.atlassian.com/login?application=trello', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Flogin%3Fapplication%3Dconfluence', 'Confluence Cloud'],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fwiki.html', undefined],
  ['https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fwiki-of-ours', undefined],
  ['https://acme.jira.com/wiki/display/DS', 'Confluence Cloud'],
  ...[
    'id-atlassian.com/login',
    'id.atlassian-com/login',
    'notatlassian.net/wiki',
    'acme.atlassian-net/wiki',
    'notjira.com/wiki',
    'acme.jira-com/wiki',
  ].map((place): [string, undefined] => [`https://${place}`, undefined]),
])('%s is taken for %s', (address, host) => {
  const html = pages['../pages/confluence-cloud/none/cloud-signed-out.html'] ?? ''
  expect(recogniseAddress(new URL(address), signs)?.host).toBe(host)
  expect(seen(html, address)?.host).toBe(host)
})

test.each(['https://wiki.acme.example/wiki/spaces/DS/overview', 'https://wiki.acme.example/wiki/login.action'])(
  'a page of Cloud’s at %s, a domain of its customer’s own, is not taken for an installation',
  (address) => {
    expect(seen(pages['../pages/confluence-cloud/none/space.html'] ?? '', address)).toBeUndefined()
  },
)

test('every page is marked by one SSO app at most: tell them apart by structure, or give the newcomer a narrower mark', () => {
  for (const { app, name, html } of cases) {
    const document = documentOf(html)
    const marked = ssoApps.filter(({ marks }) => document.querySelector(marks.join())).map(({ id }) => id)
    expect(marked, `${app}/${name}`).toEqual(app === 'none' ? [] : [app])
  }
})

test('every SSO app has a page that shows it: save one under test/pages/confluence/<id>/', () => {
  const shown = new Set(cases.map(({ app }) => app))
  expect(ssoApps.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
})

test.each([
  ['miniorange/login-button', 'miniorange', '/confluence/plugins/servlet/oauth/auth?return_to={destination}'],
  ['atlassian/login-link', 'atlassian', '/confluence/plugins/servlet/external-login/2?authDest={destination}'],
])('the start link of %s becomes a template', (page, id, template) => {
  const link = seen(pages[`../pages/confluence/${page}.html`] ?? '', 'login.action')?.startLink ?? ''
  expect(startFrom(link, ssoApps.find((app) => app.id === id)?.returnParameter ?? '')).toBe(template)
})

test('a session in the path of a start link stays out of the template', () => {
  const link = 'https://wiki.acme.example/confluence/plugins/servlet/samlsso;jsessionid=0A1B.node1?redirectTo=%2Fx'
  expect(startFrom(link, 'redirectTo')).toBe('/confluence/plugins/servlet/samlsso?redirectTo={destination}')
})

test.each([
  ['/', 'confluence/plugins/servlet/oauth/auth', 'https://wiki.acme.example/confluence/plugins/servlet/oauth/auth'],
  [
    'https://wiki.acme.example/confluence/x/',
    '../plugins/servlet/oauth/auth',
    'https://wiki.acme.example/confluence/plugins/servlet/oauth/auth',
  ],
  ['https://static.acme.example/', 'plugins/servlet/oauth/auth', undefined],
  ['https://static.acme.example/', '/confluence/plugins/servlet/oauth/auth', undefined],
])('where links are reckoned from %s, the start link is where %s leads', (base, href, link) => {
  const html = `<head><base href="${base}"></head><body id="com-atlassian-confluence"><a id="use_idp_button_js" href="${href}">SSO</a>`
  expect(seen(html, 'login.action')).toMatchObject({ ssoApp: 'miniorange' })
  expect(seen(html, 'login.action')?.startLink).toBe(link)
})

test('a start link that no browser can follow leads nowhere', () => {
  const page = (link: string) => seen(`<body id="com-atlassian-confluence">${link}`, 'login.action')?.startLink
  expect(page('<a href="https://[/plugins/servlet/oauth/auth">SSO</a>')).toBeUndefined()
})

test('of several links to several providers none is the start link', () => {
  const link = (id: number) => `<a href="/confluence/plugins/servlet/external-login/${id}?authDest=%2Fx">${id}</a>`
  const page = (links: string) => seen(`<body id="com-atlassian-confluence">${links}`, 'login.action')
  expect(page(link(1) + link(2))?.startLink).toBeUndefined()
  expect(page(link(1) + link(1))?.startLink).toBe('https://wiki.acme.example/confluence/plugins/servlet/external-login/1?authDest=%2Fx')
  const elsewhere = '<a href="https://evil.example/plugins/servlet/external-login/1">1</a>'
  expect(page(elsewhere)?.startLink).toBeUndefined()
  expect(page(elsewhere + link(1))?.startLink, 'one that leads to another site is no choice').toBe(page(link(1))?.startLink)
})

test.each([
  ['login.action', 'login'],
  ['login.action;jsessionid=0A1B.node1?os_destination=%2Fx', 'login'],
  ['login.action?logout=true', 'logged-out'],
  ['login.action?oautherror', 'sso-failed'],
  ['dologin.action', 'login-failed'],
  ['dologin.action?logout=true', 'logged-out'],
  ['authenticate.action', 'admin-login'],
  ['authenticate.action?logout=true', 'admin-login'],
  ['logout.action', 'logging-out'],
  ['plugins/servlet/sso-logout', 'logged-out'],
  ['plugins/servlet/oauth/logout', 'logged-out'],
])('the address %s alone tells %s', (path, kind) => {
  expect(recogniseAddress(new URL(path, 'https://wiki.acme.example/'), signs)).toMatchObject({
    kind,
    appRedirects: false,
    baseUrl: 'https://wiki.acme.example/',
  })
})

test.each([
  ['Crowd’s console', 'https://id.acme.example/crowd/console/login.action'],
  [
    'an archive’s copy of a login page',
    'https://web.archive.org/web/20240101000000/https://wiki.acme.example/login.action?os_destination=%2Fx',
  ],
  ['an archive’s copy of an older one', 'https://web.archive.org/web/2014id_/http://wiki.acme.example/confluence/login.action'],
  ['an archive’s copy by way of a server that merges slashes', 'https://archive.acme.example/web/https:/wiki.acme.example/login.action'],
])('%s is nobody’s door here', (_, address) => {
  expect(recogniseAddress(new URL(address), signs)).toBeUndefined()
  expect(seen(pages['../pages/confluence/none/login-legacy.html'] ?? '', address)).toBeUndefined()
})

test.each(['login.action?os_destination=https://wiki.acme.example/x', 'login.action?os_destination=%2Flogin.action%3Fnext%3Dhttp://x'])(
  'an address within the query of a login page makes no archive of it: %s',
  (path) => {
    expect(seen(pages['../pages/confluence/none/login-legacy.html'] ?? '', path)).toMatchObject({ kind: 'login', baseUrl })
  },
)

test('a page of somebody who lacks permission says so, though it shows a login page’s address', () => {
  const html = pages['../pages/confluence/none/signed-in.html'] ?? ''
  expect(seen(html, 'login.action?permissionViolation=true')).toMatchObject({ kind: 'no-permission' })
})

const saved = import.meta.glob<string>('../../../shared/corpus/pages/**/*.html', { eager: true, query: '?raw', import: 'default' })

describe('login pages that others saved, as pages/<host>/<app>/<kind>.html', () => {
  const named = Object.entries(saved).map(([path, html]) => [path.split('/corpus/pages/')[1] ?? path, html] as const)
  test.skipIf(named.length === 0)('hold a page each', () => {
    expect(named.filter(([, html]) => !html.includes('<'))).toEqual([])
  })

  test.each(named.filter(([path]) => path.startsWith('confluence/')))('%s is taken for what it is', (path, html) => {
    const kind = kindIn(path.split('/').at(-1) ?? '')
    expect(seen(html, addresses[kind ?? 'login'])).toMatchObject({ host: 'Confluence', ...(kind && { kind }) })
  })

  test.each(named.filter(([path]) => !path.startsWith('confluence')))('%s is not taken for Confluence', (_, html) => {
    for (const path of ['login.jsp', addresses.login]) expect(seen(html, path), path).toBeUndefined()
  })
})

const anonymous =
  '<meta name="ajs-context-path" content="/confluence"><meta name="ajs-remote-user" content=""><body id="com-atlassian-confluence">'

test.each([
  'forgotuserpassword.action',
  'signup.action;jsessionid=0A1B.node1',
  'resetuserpassword.action;jsessionid=0A1B?token=1',
  'plugins/servlet/oauth/callback?code=1',
  'plugins/servlet/sso-error;jsessionid=0A1B',
  'setup/setupstart.action',
  'contactadministrators.action',
])('visitors help themselves at %s, where nobody is sent away from', (path) => {
  expect(seen(anonymous, path)?.kind).toBe('other')
})

test.each(['display/setup/Home', 'display/plugins/Home', 'display/DS/signup.action+explained'])(
  'a page whose space or title is spelt like such a path is a page: %s',
  (path) => {
    expect(seen(anonymous, path)?.kind).toBe('anonymous')
  },
)

test('a page that does not say its context path stands at its host’s root, as far as anybody can tell', () => {
  const page = '<meta name="ajs-remote-user" content=""><body id="com-atlassian-confluence">'
  expect(seen(page, 'display/DS/Page')?.baseUrl).toBe('https://wiki.acme.example/')
})

test.each(['login.jsp', 'https://jira.acme.example/login.jsp', '/j_security_check'])(
  'a form to %s in a banner or a macro makes no other product of the page',
  (action) => {
    const form = `<form action="${action}"><input id="login-form-username"><input id="j_username"><input type="password"></form>`
    expect(seen(`${anonymous}${form}`, 'display/DS/Page')?.kind).toBe('anonymous')
    expect(seen(`${anonymous.replace('ajs-remote-user" content=""', 'ajs-remote-user" content="ann"')}${form}`, 'login.action')?.kind).toBe(
      'signed-in',
    )
  },
)

test.each([
  [
    '<meta name="ajs-version-number" content=""><body id="com-atlassian-confluence"><span id="footer-build-information">8.5.4</span>',
    '8.5.4',
  ],
  ['<meta name="ajs-version-number" content=""><body id="com-atlassian-confluence"><span id="footer-build-information"></span>', undefined],
  ['<body id="com-atlassian-confluence"><ul id="poweredby"><li><a>Atlassian Confluence</a> 5.0.3, the wiki</li></ul>', '5.0.3'],
  [
    '<body id="com-atlassian-confluence"><ul id="poweredby"><li>Confluence <span id="footer-build-information"></span> (node1: 7ab9)</li></ul>',
    undefined,
  ],
])('of a site that hides its version no sign is named that says nothing: %s', (html, version) => {
  const page = seen(html, 'login.action')
  expect(page?.version).toBe(version)
  expect(page?.evidence.version !== undefined).toBe(version !== undefined)
})

test('a footer of endless digits states no version, and takes no time to say so', () => {
  expect(seen(`<body id="com-atlassian-confluence"><p id="poweredby">${'1'.repeat(1_000_000)}`, 'login.action')?.version).toBeUndefined()
})
