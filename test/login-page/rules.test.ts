import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { decide } from '../../src/login-page/decide'
import type { Door } from '../../src/login-page/door'
import { doorFor } from '../../src/login-page/doors'
import { recognise } from '../../src/login-page/recognise'
import { anchorRule, rulesFor, standBackRule, triedRule } from '../../src/login-page/rules'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { loginAddresses } from './addresses'
import { outcome } from './matcher'

const doors = (sites: readonly object[]): readonly Door[] =>
  resolve({ sites: sites.map((site) => ({ onLoginPage: 'redirect', ssoApp: 'miniorange', ...site })) }, {}).settings.sites.map((site) =>
    doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }),
  )

const wiki = doors([{ baseUrl: 'https://wiki.acme.example/confluence/' }])
const wikiBase = 'https://wiki.acme.example/confluence/'
const login = `${wikiBase}login.action`
const start = 'https://wiki.acme.example/confluence/plugins/servlet/oauth/auth'

test.each<[string, string, string | undefined]>([
  ['the bare login page, at which a logout may end', login, undefined],
  [
    'a login page with a destination',
    `${login}?os_destination=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1&permissionViolation=true`,
    `${start}?return_to=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1#latchkey:`,
  ],
  ['an anchor', `${login}?os_destination=%2Fx%2Fabc#top`, `${start}?return_to=%2Fx%2Fabc#latchkey:top`],
  ['the other name of the destination', `${login}?destination=%2Fx%2Fabc`, `${start}?return_to=%2Fx%2Fabc#latchkey:`],
  ['the context path in front of the destination, which the page decides on', `${login}?os_destination=%2Fconfluence%2Fx%2Fabc`, undefined],
  ['parameters that mean nothing here', `${login}?language=de_DE&os_destination=%2Fx`, `${start}?return_to=%2Fx#latchkey:`],
  ['a destination elsewhere', `${login}?os_destination=%2F%2Fevil.example`, undefined],
  ['a destination elsewhere, twice encoded', `${login}?os_destination=%2F%252Fevil.example`, undefined],
  [
    'an absolute destination, which the page decides on',
    `${login}?os_destination=https%3A%2F%2Fwiki.acme.example%2Fconfluence%2Fx`,
    undefined,
  ],
  ['the emergency way in', `${login}?oauth_sso=false`, undefined],
  ['the emergency way in behind a destination', `${login}?os_destination=%2Fx&auth_fallback`, undefined],
  ['a login page that SSO led back to', `${login}?os_destination=%2Fx#latchkey:top`, undefined],
  ['the start of SSO, on its way', `${start}?return_to=%2Fx#latchkey:top`, undefined],
  ['the page at which SSO ends', `${wikiBase}display/DS/Page?a=1#latchkey:top`, `${wikiBase}display/DS/Page?a=1#top`],
  ['the page at which SSO ends, without an anchor', `${wikiBase}display/DS/Page?a=1#latchkey:`, `${wikiBase}display/DS/Page?a=1`],
  ['a page with an anchor of its own', `${wikiBase}display/DS/Page#latchkey`, undefined],
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
  const [door] = wiki
  if (!door) throw new Error('no door')
  let redirected = 0
  fc.assert(
    fc.property(loginAddresses(login), (address) => {
      const to = outcome(rulesFor(wiki), address)
      if (to === undefined) return
      redirected += 1
      const url = new URL(address)
      const history = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false }
      const decision = decide({ page: recognise({ url }, hosts, ssoApps), url, door, history, now: 0 })
      expect(decision).toMatchObject({ act: 'redirect' })
      const wanted = new URL('to' in decision ? decision.to : '')
      const got = new URL(to)
      expect([got.pathname, [...got.searchParams]]).toEqual([wanted.pathname, [...wanted.searchParams]])
      expect(got.hash).toBe(`#latchkey:${url.hash.slice(1)}`)
    }),
    { numRuns: 5000 },
  )
  expect(redirected).toBeGreaterThan(500)
})

test('a relay state of the site’s own replaces whatever was asked for', () => {
  const rules = rulesFor(doors([{ baseUrl: 'https://wiki.acme.example/confluence/', relayState: '/dashboard.action' }]))
  const target = `${start}?return_to=%2Fdashboard.action`
  expect(outcome(rules, `${login}?os_destination=%2Fdisplay%2FDS%2FPage#top`)).toBe(`${target}#latchkey:top`)
  expect(outcome(rules, `${login}?os_destination=https%3A%2F%2Fevil.example`)).toBe(`${target}#latchkey:`)
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
    'https://wiki499.example/plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:',
  )
})

test('a site that is left alone for a while is not redirected', () => {
  expect(
    outcome([...rulesFor(wiki), standBackRule({ baseUrl: 'https://wiki.acme.example/confluence/' }, 900)], `${login}?os_destination=%2Fx`),
  ).toBeUndefined()
})

test('a tab that was sent to SSO a moment ago gets its login page marked instead, anchor kept, and only once', () => {
  const rules = [...rulesFor(wiki), triedRule({ baseUrl: wikiBase }, 900, 7)]
  expect(outcome(rules, `${login}?os_destination=%2Fx#top`)).toBe(`${login}?os_destination=%2Fx#latchkey:top`)
  expect(outcome(rules, `${login}?os_destination=%2Fx`)).toBe(`${login}?os_destination=%2Fx#latchkey:`)
  expect(outcome(rules, `${login}?os_destination=%2Fx#latchkey:`)).toBeUndefined()
  expect(outcome(rules, `${login}?os_destination=%2Fx&nosso`)).toBeUndefined()
  expect(outcome(rules, login), 'after a logout').toBeUndefined()
})

test('a page gets its anchor back, and no other page does', () => {
  const rule = anchorRule('https://wiki.acme.example/confluence/x?a=1', '#top', { id: 1, tabId: 7 })
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=1')).toBe('https://wiki.acme.example/confluence/x?a=1#top')
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=12')).toBeUndefined()
})
