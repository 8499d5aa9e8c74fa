import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { decide } from '../../src/login-page/decide'
import type { Door } from '../../src/login-page/door'
import { doorFor } from '../../src/login-page/doors'
import { recognise } from '../../src/login-page/recognise'
import { rulesFor } from '../../src/login-page/rules'
import { anchorRule, markedRule, standBackRule, triedRule } from '../../src/login-page/tab-rules'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { loginAddresses, plainLoginAddresses } from './addresses'
import { outcome } from './matcher'

const doors = (sites: readonly object[]): readonly Door[] =>
  resolve({ sites: sites.map((site) => ({ onLoginPage: 'redirect', ssoApp: 'miniorange', ...site })) }, {}).settings.sites.map((site) =>
    doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }),
  )

const wiki = doors([{ baseUrl: 'https://wiki.acme.example/confluence/' }])
const wikiRules = rulesFor(wiki)
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
  ['the site without encryption', 'http://wiki.acme.example/confluence/login.action?os_destination=%2Fx', undefined],
  [
    'another application with the site’s path in its own',
    'https://wiki.acme.example/old/confluence/login.action?os_destination=%2Fx',
    undefined,
  ],
  ['a page whose anchor spells a login page', `${wikiBase}display/DS/Page#/confluence/login.action?os_destination=%2Fx`, undefined],
  ['a session in the path', `${login};jsessionid=0A1B?os_destination=%2Fx`, `${start}?return_to=%2Fx#latchkey:`],
  ['what a cookie cannot hold, which the page decides on', `${login}?os_destination=%2Fa%3Bb`, undefined],
  ['a site that nobody configured', 'https://wiki.other.example/confluence/login.action', undefined],
  ['another port', 'https://wiki.acme.example:8443/confluence/login.action', undefined],
])('the rules on %s', (_, address, wanted) => {
  expect(outcome(wikiRules, address)).toBe(wanted)
})

/** What the table says of an address on a first visit. */
const decided = (address: string) => {
  const [door] = wiki
  if (!door) throw new Error('no door')
  const url = new URL(address)
  const history = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false }
  return decide({ page: recognise({ url }, hosts, ssoApps), url, door, history, now: 0 })
}

/** The table's redirect, with the mark of an attempt and the anchor behind it, as the rules make it. */
const marked = (address: string) => {
  const decision = decided(address)
  expect(decision).toMatchObject({ act: 'redirect' })
  const { pathname, searchParams } = new URL('to' in decision ? decision.to : '')
  return [pathname, [...searchParams], `#latchkey:${new URL(address).hash.slice(1)}`]
}
const parts = (address: string) => {
  const { pathname, searchParams, hash } = new URL(address)
  return [pathname, [...searchParams], hash]
}

test('whatever the rules do with an address, the decision table does as well', () => {
  let redirected = 0
  fc.assert(
    fc.property(loginAddresses(login), (spelt) => {
      // Browsers match what the address parser has made of an address.
      const address = new URL(spelt).href
      const to = outcome(wikiRules, address)
      if (to === undefined) return
      redirected += 1
      expect(parts(to)).toEqual(marked(address))
    }),
    { numRuns: 5000 },
  )
  expect(redirected).toBeGreaterThan(500)
})

test('whatever Confluence makes of a page that was asked for, the rules redirect as the table does', () => {
  fc.assert(
    fc.property(plainLoginAddresses(login), (spelt) => {
      const address = new URL(spelt).href
      const to = outcome(wikiRules, address)
      expect(to, address).toBeDefined()
      expect(parts(to ?? '')).toEqual(marked(address))
    }),
    { numRuns: 2000 },
  )
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

const regular = (rules: ReturnType<typeof rulesFor>) => rules.filter(({ condition }) => condition.regexFilter)

test('five hundred sites that differ in their host alone need two regular expressions', () => {
  const rules = rulesFor(doors(Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.example/` }))))
  expect(regular(rules)).toHaveLength(2)
  expect(outcome(rules, 'https://wiki499.example/login.action?os_destination=%2Fx')).toBe(
    'https://wiki499.example/plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:',
  )
})

test('five hundred sites that differ in everything stay within what browsers allow', () => {
  const many = doors(
    Array.from({ length: 500 }, (_, index) => ({
      baseUrl: `https://wiki${index}.example/wiki${index}/`,
      backdoor: { parameter: `open${index}` },
    })),
  )
  const rules = rulesFor(many)
  expect(regular(rules).length).toBeLessThanOrEqual(501)
  expect(rules.length).toBeLessThan(5_000) // Firefox's limit; Chrome's is higher
  expect(outcome(rules, 'https://wiki7.example/wiki7/login.action?os_destination=%2Fx')).toBe(
    'https://wiki7.example/wiki7/plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:',
  )
  expect(outcome(rules, 'https://wiki7.example/wiki7/login.action?os_destination=%2Fx&open7')).toBeUndefined()
  expect(outcome(rules, 'https://wiki7.example/wiki8/login.action?os_destination=%2Fx')).toBeUndefined()
  expect(JSON.stringify(rules).length).toBeLessThan(2_000_000)
})

test('what is one site’s emergency parameter is nothing on another', () => {
  const rules = rulesFor(doors([{ baseUrl: wikiBase, backdoor: { parameter: 'plain' } }, { baseUrl: 'https://docs.acme.example/' }]))
  expect(outcome(rules, `${login}?os_destination=%2Fx&plain`)).toBeUndefined()
  expect(outcome(rules, 'https://docs.acme.example/login.action?os_destination=%2Fx&plain')).toContain('return_to=%2Fx')
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

test('a login page is marked once, whether or not the site has rules of its own by then', () => {
  const rules = [triedRule({ baseUrl: wikiBase }, 1, 7), markedRule({ baseUrl: wikiBase }, 2, 7)]
  const marked = outcome(rules, `${login}?os_destination=%2Fx#top`) ?? ''
  expect(marked).toBe(`${login}?os_destination=%2Fx#latchkey:top`)
  expect(outcome(rules, marked)).toBeUndefined()
})

test('a page gets its anchor back, and no other page does', () => {
  const rule = anchorRule('https://wiki.acme.example/confluence/x?a=1', '#top', { id: 1, tabId: 7 })
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=1')).toBe('https://wiki.acme.example/confluence/x?a=1#top')
  expect(outcome([rule], 'https://wiki.acme.example/confluence/x?a=12')).toBeUndefined()
})
