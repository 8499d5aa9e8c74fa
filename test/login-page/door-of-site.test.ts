import { describe, expect, test } from 'vitest'
import { doorOf } from '../../src/login-page/door'
import { doorFor, type KnownApp } from '../../src/login-page/door-of-site'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'

const baseUrl = 'https://wiki.acme.example/confluence/'

function door(settings: object, known?: KnownApp) {
  const [site] = resolve({ sites: [{ baseUrl }] }, {}).settings.sites
  if (!site) throw new Error('no site')
  return doorFor({ ...site, ...settings }, known, { apps: ssoApps, buttonText: 'Log in' })
}

test('an emergency way in that is switched off leads nobody to the form, and keeps nobody from it', () => {
  const known = { ssoApp: 'miniorange', backdoor: 'found=it' }
  for (const parameter of ['', 'plain=yes']) {
    const { backdoor, bypass } = door({ backdoor: { enabled: false, parameter } }, known)
    expect(backdoor).toBeUndefined()
    expect(bypass).toContain('oauth_sso=false')
  }
  expect(door({ backdoor: { enabled: true, parameter: '' } }, known).backdoor).toBe('found=it')
})

test('an emergency parameter is spelt as addresses spell it', () => {
  expect(door({ backdoor: { enabled: true, parameter: 'tür=auf zu' } }).backdoor).toBe('t%C3%BCr=auf%20zu')
})

test.each([
  ['', ''],
  ['/dashboard.action', '/dashboard.action'],
  [`${baseUrl}dashboard.action`, '/dashboard.action'],
  [baseUrl, '/'],
  ['https://elsewhere.example/', '/'],
])('a relay state of "%s" leads everybody to "%s"', (relayState, leads) => {
  expect(door({ relayState }).relayState).toBe(leads)
})

test('a site is called by its name, or else by its host', () => {
  expect(door({ name: 'Acme wiki' }).name).toBe('Acme wiki')
  expect(door({ name: '' }).name).toBe('wiki.acme.example')
})

test('an app’s own emergency parameter keeps people from SSO whatever else the site calls its own', () => {
  const [site] = resolve({ sites: [{ baseUrl, ssoApp: 'miniorange', backdoor: { parameter: 'plain=yes' } }] }, {}).settings.sites
  const made = site && doorFor(site, undefined, { apps: [{ id: 'miniorange', backdoor: 'own=way' }], buttonText: 'Log in' })
  expect(made?.bypass.slice(0, 2)).toEqual(['plain=yes', 'own=way'])
})

test('of several providers none is taken unasked, though its app has a start of its own; one that a person chose is one', () => {
  const start = '/confluence/plugins/servlet/external-login/2?authDest={destination}'
  const known = { ssoApp: 'miniorange', choices: [{ name: 'Partners', start }] }
  expect(door({ ssoApp: 'auto' }, known)).toMatchObject({ severalProviders: true })
  expect(door({ ssoApp: 'auto' }, known)).not.toHaveProperty('start')
  expect(door({ ssoApp: 'auto', startUrl: start }, known)).toMatchObject({ start })
  expect(door({ ssoApp: 'auto', startUrl: start }, known)).not.toHaveProperty('severalProviders')
})

test('a start address that no browser can read is none', () => {
  expect(door({ startUrl: 'https://[' })).not.toHaveProperty('start')
})

test.each(['https://ann:secret@wiki.acme.example/sso', 'https://ann@wiki.acme.example/sso', '//:secret@wiki.acme.example/sso'])(
  'a start address with a name or a password in it is none: %s',
  (startUrl) => {
    expect(door({ startUrl })).not.toHaveProperty('start')
  },
)

test('what a server said of another SSO app than the settings name is not taken for that app’s', () => {
  const known = { ssoApp: 'atlassian', start: '/elsewhere', buttonText: 'Partners', serverRedirects: true, backdoor: 'found=it' }
  const named = door({ ssoApp: 'miniorange' }, known)
  expect(named).toEqual(door({ ssoApp: 'miniorange' }))
  expect(door({ ssoApp: 'auto' }, known)).toMatchObject({ start: '/elsewhere', buttonText: 'Partners', serverRedirects: true })
})

test('the button says what the site says, else the server, else the provider’s name where one of several was chosen', () => {
  const start = '/confluence/plugins/servlet/external-login/2?authDest={destination}'
  const choices = [
    { name: 'Staff', start: start.replace('2', '1') },
    { name: 'Partners', start },
  ]
  const text = (site: object, known?: KnownApp) =>
    door({ ssoApp: 'atlassian', ...site }, known && { ssoApp: 'atlassian', ...known }).buttonText
  expect(text({ buttonText: 'Come in' }, { buttonText: 'Acme' })).toBe('Come in')
  expect(text({}, { buttonText: 'Acme' })).toBe('Acme')
  expect(text({ startUrl: start }, { choices })).toBe('Partners')
  expect(text({}, { choices })).toBe('Log in')
  expect(text({})).toBe('Log in')
})

test('of a site that nobody has heard of anything, nothing is said', () => {
  const made = door({ ssoApp: 'auto', backdoor: { enabled: false, parameter: '' } })
  for (const key of ['ssoApp', 'start', 'severalProviders', 'backdoor', 'afterLogout']) expect(made).not.toHaveProperty(key)
  expect(made.serverRedirects).toBe(false)
})

test('where people go after a logout is kept for the site’s pages', () => {
  const [site] = resolve({ sites: [{ baseUrl }] }, {}).settings.sites
  const afterLogout = 'https://acme.auth.eu-west-1.amazoncognito.com/logout'
  expect(site && doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in', afterLogout })).toMatchObject({ afterLogout })
})

test('SSO starts where the server says, else where the app itself does, below the site’s context path', () => {
  expect(door({ ssoApp: 'miniorange' }).start).toBe('/confluence/plugins/servlet/oauth/auth?return_to={destination}')
  expect(door({ ssoApp: 'miniorange' }, { ssoApp: 'miniorange', start: '/elsewhere' }).start).toBe('/elsewhere')
})

test.each(['/sso?to={destination}&again={destination}', '/sso/{destination}/go'])(
  'a start address may name its destination wherever it likes: %s',
  (startUrl) => {
    expect(door({ startUrl }).start).toBe(startUrl)
  },
)

test('a site’s SSO app is the one that its settings name, else the one that was found', () => {
  expect(door({ ssoApp: 'miniorange' }, { ssoApp: 'atlassian' }).ssoApp).toBe('miniorange')
  expect(door({ ssoApp: 'auto' }, { ssoApp: 'atlassian' }).ssoApp).toBe('atlassian')
})

describe('of two sites, one below the other, an address belongs', () => {
  const root = { baseUrl: 'https://wiki.acme.example/' }
  const doors = [root, { baseUrl }]
  test.each([
    [`${baseUrl}login.action`, baseUrl],
    [baseUrl.slice(0, -1), baseUrl],
    [`${root.baseUrl}confluence2/login.action`, root.baseUrl],
  ])('%s to %s', (address, owner) => {
    expect(doorOf(address, doors)?.baseUrl).toBe(owner)
    expect(doorOf(address, doors.toReversed())?.baseUrl).toBe(owner)
  })
})
