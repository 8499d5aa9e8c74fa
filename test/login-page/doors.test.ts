import { describe, expect, test } from 'vitest'
import { doorOf } from '../../src/login-page/door'
import { doorFor, type Known } from '../../src/login-page/doors'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'

const baseUrl = 'https://wiki.acme.example/confluence/'

function door(settings: object, known?: Known) {
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
