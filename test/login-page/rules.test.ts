import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { decide } from '../../src/login-page/decide'
import type { Door } from '../../src/login-page/door'
import { doorFor } from '../../src/login-page/doors'
import { recognise } from '../../src/login-page/recognise'
import { anchorRule, rulesFor, standBackRule } from '../../src/login-page/rules'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { outcome } from './matcher'

const doors = (sites: readonly object[]): readonly Door[] =>
  resolve({ sites: sites.map((site) => ({ onLoginPage: 'redirect', ssoApp: 'miniorange', ...site })) }, {}).settings.sites.map((site) =>
    doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }),
  )

const wiki = doors([{ baseUrl: 'https://wiki.acme.example/confluence/' }])
const login = 'https://wiki.acme.example/confluence/login.action'
const start = 'https://wiki.acme.example/confluence/plugins/servlet/oauth/auth'

test.each<[string, string, string | undefined]>([
  ['the bare login page, at which a logout may end', login, undefined],
  [
    'a login page with a destination',
    `${login}?os_destination=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1&permissionViolation=true`,
    `${start}?return_to=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1`,
  ],
  ['an anchor', `${login}?os_destination=%2Fx%2Fabc#top`, `${start}?return_to=%2Fx%2Fabc#top`],

  ['the other name of the destination', `${login}?destination=%2Fx%2Fabc`, `${start}?return_to=%2Fx%2Fabc`],
  ['the context path in front of the destination, which the page decides on', `${login}?os_destination=%2Fconfluence%2Fx%2Fabc`, undefined],
  ['parameters that mean nothing here', `${login}?language=de_DE&os_destination=%2Fx`, `${start}?return_to=%2Fx`],
  ['a destination elsewhere', `${login}?os_destination=%2F%2Fevil.example`, undefined],
  ['a destination elsewhere, twice encoded', `${login}?os_destination=%2F%252Fevil.example`, undefined],
  [
    'an absolute destination, which the page decides on',
    `${login}?os_destination=https%3A%2F%2Fwiki.acme.example%2Fconfluence%2Fx`,
    undefined,
  ],
  ['the emergency way in', `${login}?oauth_sso=false`, undefined],
  ['the emergency way in behind a destination', `${login}?os_destination=%2Fx&auth_fallback`, undefined],
  ['after a logout', `${login}?logout=true`, undefined],
  ['after a failure', `${login}?oautherror`, undefined],
  ['another path that ends alike', 'https://wiki.acme.example/confluence/dologin.action', undefined],
  ['another application on the same host', 'https://wiki.acme.example/jira/login.action', undefined],
  ['a site that nobody configured', 'https://wiki.other.example/confluence/login.action', undefined],
  ['another port', 'https://wiki.acme.example:8443/confluence/login.action', undefined],
])('the rules on %s', (_, address, wanted) => {
  expect(outcome(rulesFor(wiki), address)).toBe(wanted)
})

test('whatever the rules do with an address, the decision table does as well', () => {
  const values = [
    '/',
    '%2F',
    '%2Fdisplay%2FDS%2FMy%2BPage',
    '/x/a',
    '%2F%2Fevil',
    '%2F%5Cevil',
    'https%3A%2F%2Fevil',
    '%2Fconfluence%2Fx',
    '%2Fa%0Ab',
    '%2Fa%250Ab',
    '%2Fa%25250Ab',
    '%2Fa%7F',
    '%2Fa%5Cb',
    '%2Fa%25',
    'x',
    '',
    '%2F%E6%97%A5',
    '%2Fa%20b%3Bc%2Cd',
    '%2Fa+b',
    'false',
    'true',
  ]
  const names = [
    'os_destination',
    'destination',
    'logout',
    'oauth_sso',
    'auth_fallback',
    'nosso',
    'oautherror',
    'permissionViolation',
    'language',
    'xos_destination',
  ]
  const parameter = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map(([name, value]) => `${name}=${value}`)
  const address = fc
    .tuple(fc.constantFrom('', '#a', '#/b?c'), fc.array(parameter, { maxLength: 4 }))
    .map(([anchor, parameters]) => `${login}${parameters.length ? `?${parameters.join('&')}` : ''}${anchor}`)
  const [door] = wiki
  if (!door) throw new Error('no door')
  let redirected = 0
  fc.assert(
    fc.property(address, (address) => {
      const to = outcome(rulesFor(wiki), address)
      if (to === undefined) return
      redirected += 1
      const url = new URL(address)
      const history = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false, sessionEnded: true }
      const decision = decide({ page: recognise({ url }, hosts, ssoApps), url, door, history, now: 0 })
      expect(decision).toMatchObject({ act: 'redirect' })
      const wanted = new URL('to' in decision ? decision.to : '')
      const got = new URL(to)
      expect([got.pathname, [...got.searchParams]]).toEqual([wanted.pathname, [...wanted.searchParams]])
      expect(got.hash).toBe(url.hash)
    }),
    { numRuns: 5000 },
  )
  expect(redirected).toBeGreaterThan(100)
})

test('a relay state of the site’s own replaces whatever was asked for', () => {
  const rules = rulesFor(doors([{ baseUrl: 'https://wiki.acme.example/confluence/', relayState: '/dashboard.action' }]))
  const target = `${start}?return_to=%2Fdashboard.action`
  expect(outcome(rules, `${login}?os_destination=%2Fdisplay%2FDS%2FPage#top`)).toBe(`${target}#top`)
  expect(outcome(rules, `${login}?os_destination=https%3A%2F%2Fevil.example`)).toBe(target)
  expect(outcome(rules, `${login}?os_destination=%2Fx&nosso`)).toBeUndefined()
})

test('only what the address alone decides becomes a rule', () => {
  const sites = [{ onLoginPage: 'offer' }, { onLoginPage: 'stay' }, { delaySeconds: 3 }, { enabled: false }, { ssoApp: 'auto' }]
  expect(rulesFor(doors(sites.map((site, index) => ({ baseUrl: `https://w${index}.example/`, ...site }))))).toEqual([])
})

test('five hundred sites need few regular expressions', () => {
  const many = doors(Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.example/` })))
  const rules = rulesFor(many)
  expect(rules.filter(({ condition }) => condition.regexFilter).length).toBeLessThan(10)
  expect(outcome(rules, 'https://wiki499.example/login.action?os_destination=%2Fx')).toBe(
    'https://wiki499.example/plugins/servlet/oauth/auth?return_to=%2Fx',
  )
})

test('a site that is left alone for a while is not redirected', () => {
  expect(
    outcome([...rulesFor(wiki), standBackRule({ baseUrl: 'https://wiki.acme.example/confluence/' }, 900)], `${login}?os_destination=%2Fx`),
  ).toBeUndefined()
})

test('a page gets its anchor back, and no other page does', () => {
  const rule = anchorRule('https://wiki.acme.example/confluence/x?a=1', '#top', { id: 1, tabId: 7 })
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=1')).toBe('https://wiki.acme.example/confluence/x?a=1#top')
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=12')).toBeUndefined()
})
