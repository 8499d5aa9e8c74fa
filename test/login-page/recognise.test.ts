// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { startFrom } from '../../src/login-page/door'
import { recognise } from '../../src/login-page/recognise'
import { ssoApps } from '../../src/sso-apps'

/** test/pages/<host>/<SSO app>/<kind>-<remark>.html: the path is the expected answer. */
const pages = import.meta.glob<string>('../pages/**/*.html', { eager: true, query: '?raw', import: 'default' })
const cases = Object.entries(pages).map(([path, html]) => {
  const [host = '', app = '', name = ''] = path.replace('../pages/', '').replace('.html', '').split('/')
  return { host, app, name, html }
})

const paths: Record<string, string> = {
  'admin-login': 'authenticate.action',
  'login-failed': 'dologin.action',
  'signed-in': 'index.action',
  anonymous: 'display/PUB/Welcome',
}
const seen = (html: string, path: string) => {
  const document = new DOMParser().parseFromString(html, 'text/html')
  return recognise({ url: new URL(path, 'https://wiki.acme.example/confluence/'), document }, hosts, ssoApps)
}
const kindIn = (name: string) => Object.keys(paths).find((kind) => name.startsWith(kind)) ?? 'login'

test.each(cases.filter(({ host }) => host === 'confluence'))('$app/$name is Confluence’s', ({ app, name, html }) => {
  const page = seen(html, paths[kindIn(name)] ?? 'login.action?os_destination=%2Fx')
  expect(page).toMatchObject({ host: 'Confluence', kind: kindIn(name), baseUrl: 'https://wiki.acme.example/confluence/' })
  expect(page?.ssoApp).toBe(app === 'none' ? undefined : app)
  expect(page?.appRedirects).toBe(name.endsWith('redirecting'))
  expect(page?.evidence.host.length).toBeGreaterThan(0)
})

test.each(cases.filter(({ host }) => host !== 'confluence'))('$name is not taken for Confluence', ({ html }) => {
  expect(seen(html, 'login.jsp')).toBeUndefined()
  expect(seen(html, 'login.action')).toBeUndefined()
})

test('every page is marked by one SSO app at most: tell them apart by structure, or give the newcomer a narrower mark', () => {
  for (const { app, name, html } of cases) {
    const document = new DOMParser().parseFromString(html, 'text/html')
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

test('of several links to several providers none is the start link', () => {
  const link = (id: number) => `<a href="/confluence/plugins/servlet/external-login/${id}?authDest=%2Fx">${id}</a>`
  const page = (links: string) => seen(`<body id="com-atlassian-confluence">${links}`, 'login.action')
  expect(page(link(1) + link(2))?.startLink).toBeUndefined()
  expect(page(link(1) + link(1))?.startLink).toBe('https://wiki.acme.example/confluence/plugins/servlet/external-login/1?authDest=%2Fx')
  expect(page('<a href="https://evil.example/plugins/servlet/external-login/1">1</a>')?.startLink).toBeUndefined()
})

test.each([
  ['login.action', 'login'],
  ['login.action?logout=true', 'logged-out'],
  ['login.action?oautherror', 'sso-failed'],
  ['dologin.action', 'login-failed'],
  ['authenticate.action', 'admin-login'],
  ['logout.action', 'logging-out'],
])('the address %s alone tells %s', (path, kind) => {
  expect(recognise({ url: new URL(path, 'https://wiki.acme.example/') }, hosts, ssoApps)).toMatchObject({
    kind,
    baseUrl: 'https://wiki.acme.example/',
  })
})

test('Crowd’s console is nobody’s door here', () => {
  expect(recognise({ url: new URL('https://id.acme.example/crowd/console/login.action') }, hosts, ssoApps)).toBeUndefined()
})

test('a page of somebody who lacks permission says so, though it shows a login page’s address', () => {
  const html = pages['../pages/confluence/none/signed-in.html'] ?? ''
  expect(seen(html, 'login.action?permissionViolation=true')).toMatchObject({ kind: 'no-permission' })
})

const saved = import.meta.glob<string>('../../../shared/corpus/pages/**/*.html', { eager: true, query: '?raw', import: 'default' })
const isAbsent = Object.keys(saved).length === 0

describe.skipIf(isAbsent)('login pages that others saved, as pages/<host>/<app>/<kind>.html', () => {
  const named = Object.entries(saved).map(([path, html]) => [path.split('/corpus/pages/')[1] ?? path, html] as const)
  test('each is taken for what it is, and no other product’s for Confluence’s', () => {
    for (const [path, html] of named) {
      const kind = kindIn(path.split('/').at(-1) ?? '')
      const page = seen(html, paths[kind] ?? 'login.action?os_destination=%2Fx')
      if (path.startsWith('confluence/')) expect(page, path).toMatchObject({ host: 'Confluence', kind })
      else expect(page, path).toBeUndefined()
    }
  })
})
