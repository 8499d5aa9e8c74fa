import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/login-page/decide'
import { type Door, doorOf } from '../../src/login-page/door'
import { doorFor } from '../../src/login-page/door-of-site'
import { recogniseAddress } from '../../src/login-page/recognise-address'
import { numbered } from '../../src/login-page/rule'
import { rulesFor as rulesBetween } from '../../src/login-page/rules'
import { anchorRule, markedRule, standBackRule, triedRule } from '../../src/login-page/tab-rules'
import { signs } from '../../src/platform/signs'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { servlets } from '../../src/sso-apps/routes'
import { loginAddresses, plainLoginAddresses } from './addresses'
import { outcome } from './matcher'

const doors = (sites: readonly object[]): readonly Door[] =>
  resolve({ sites: sites.map((site) => ({ onLoginPage: 'redirect', ssoApp: 'miniorange', ...site })) }, {}).settings.sites.map((site) =>
    doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }),
  )

const rulesFor = (some: readonly Door[]) => rulesBetween(some, servlets)

const wiki = doors([{ baseUrl: 'https://wiki.acme.example/confluence/' }])
const wikiRules = rulesFor(wiki)
const wikiBase = 'https://wiki.acme.example/confluence/'
const login = `${wikiBase}login.action`
const start = 'https://wiki.acme.example/confluence/plugins/servlet/oauth/auth'

test('no rule touches a form that is sent, a frame, or what a page loads', () => {
  const ofTabs = [standBackRule, triedRule, markedRule].map((rule) => rule({ baseUrl: wikiBase }, 7))
  for (const { condition } of [...wikiRules, ...ofTabs, anchorRule(`${wikiBase}x`, '#top', 7)]) {
    expect(condition).toMatchObject({ resourceTypes: ['main_frame'], requestMethods: ['get'] })
    if ('tabIds' in condition) expect(condition).toMatchObject({ tabIds: [7], isUrlFilterCaseSensitive: true })
  }
})

test('no rule is there twice, though a site’s own emergency way in is one that all sites have', () => {
  const [door] = wiki
  const rules = rulesFor(door ? [{ ...door, bypass: ['logout=true', 'nosso', ...door.bypass] }] : [])
  const filters = rules.map(({ condition }) => condition.urlFilter ?? condition.regexFilter)
  expect(filters.length).toBeGreaterThan(10)
  expect(new Set(filters).size).toBe(filters.length)
})

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
  ['the context path in front, with slashes as they are', `${login}?os_destination=/confluence/x/abc`, undefined],
  ['a parameter that begins like the emergency way in', `${login}?os_destination=%2Fx&nossoever`, `${start}?return_to=%2Fx#latchkey:`],
  ['a parameter that ends like it', `${login}?os_destination=%2Fx&xnosso`, `${start}?return_to=%2Fx#latchkey:`],
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
  [
    'the consent to a link between applications, at a path that begins like that of the start',
    `${wikiBase}plugins/servlet/oauth/authorize?oauth_token=1#latchkey:`,
    `${wikiBase}plugins/servlet/oauth/authorize?oauth_token=1`,
  ],
  ['the start of SSO, of which nothing was asked', `${start}#latchkey:`, undefined],
  ['where SSO comes back', `${wikiBase}plugins/servlet/oauth/callback/staff?code=1#latchkey:top`, undefined],
  ['the page at which SSO ends, without an anchor', `${wikiBase}display/DS/Page?a=1#latchkey:`, `${wikiBase}display/DS/Page?a=1`],
  ['a page with an anchor of its own', `${wikiBase}display/DS/Page#latchkey`, undefined],
  ['a page whose own anchor has the mark in it', `${wikiBase}display/DS/Page#a#latchkey:top`, undefined],
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
  ['what a cookie cannot hold, at once behind the slash', `${login}?os_destination=%2F;b`, undefined],
  ['what a cookie cannot hold, behind what it can: no half of it is a page', `${login}?os_destination=%2Fa;b`, undefined],
  ['a site that nobody configured', 'https://wiki.other.example/confluence/login.action', undefined],
  ['another port', 'https://wiki.acme.example:8443/confluence/login.action', undefined],
])('the rules on %s', (_, address, wanted) => {
  expect(outcome(wikiRules, address)).toBe(wanted)
})

test.each(['%20', '%22', '%2C', '%3B', '%5C', '%7F', '%2509', '%251F', '%257F', '%25250A'])(
  'what holds %s is for the page to decide on, wherever it stands in it',
  (odd) => {
    for (const name of ['os_destination', 'destination'])
      for (const value of [`%2Fa${odd}b`, `%2Fa${odd}`, `/a/${odd}`])
        expect(outcome(wikiRules, `${login}?${name}=${value}`), value).toBeUndefined()
  },
)

/** Sites above, below and beside each other, of several apps, and whatever else stands on their hosts. */
const many = doors([
  { baseUrl: 'https://acme.example/', relayState: '/dashboard.action' },
  { baseUrl: wikiBase },
  { baseUrl: 'https://test.wiki.acme.example/confluence/', ssoApp: 'resolution' },
  { baseUrl: 'https://my_wiki.acme.example:8443/' },
  { baseUrl: 'https://10.0.0.1/wiki/', ssoApp: 'custom', startUrl: '/sso?to={destination}' },
  { baseUrl: 'https://wiki/', backdoor: { parameter: 'language=de' } },
  { baseUrl: 'https://wiki.services.emea.acme.example/knowledge-management/' },
  { baseUrl: 'https://offer.wiki.acme.example/confluence/', onLoginPage: 'offer' },
  { baseUrl: 'https://stay.acme.example/', onLoginPage: 'stay' },
  { baseUrl: 'https://off.test.wiki.acme.example/confluence/', enabled: false },
])
const nobodys = [
  'https://any.acme.example/',
  'https://any.wiki.acme.example/confluence/',
  'https://a.b.wiki.acme.example/confluence/',
  'https://any.wiki/',
  'https://acme.example:8443/',
  'http://acme.example/',
  'https://wiki.acme.example.evil.example/confluence/',
  'https://docs.services.emea.acme.example/knowledge-management/',
  'https://a.wiki.services.emea.acme.example/knowledge-management/',
]
const manyRules = rulesFor(many)
const addressesOf = (of: typeof loginAddresses, bases: readonly string[]) => fc.oneof(...bases.map((base) => of(`${base}login.action`)))

/** What the table says of an address on a first visit, whether or not the site itself has led there: the rules cannot tell. */
const decided = (address: string) => {
  const url = new URL(address)
  const door = doorOf(address, many)
  const history = { redirects: [], standBack: undefined, fromLoginPage: false, typed: false }
  return [false, true].map((wasRedirected) =>
    door ? decide({ page: recogniseAddress(url, signs), url, door, history: { ...history, wasRedirected }, now: 0 }) : undefined,
  )
}

/** The table's redirect, with the mark of an attempt and the anchor behind it, as the rules make it. */
const marked = (address: string) => {
  const [decision, other] = decided(address)
  expect(decision, address).toMatchObject({ act: 'redirect' })
  expect(other, address).toEqual(decision)
  const { pathname, searchParams } = new URL(decision && 'to' in decision ? decision.to : '')
  return [new URL(address).origin, pathname, [...searchParams], `#latchkey:${new URL(address).hash.slice(1)}`]
}
const parts = (address: string) => {
  const { origin, pathname, searchParams, hash } = new URL(address)
  return [origin, pathname, [...searchParams], hash]
}

test('whatever the rules do with an address, the decision table does as well, on whichever host it is', () => {
  let redirected = 0
  const everywhere = [...many.map(({ baseUrl }) => baseUrl), ...nobodys]
  fc.assert(
    fc.property(addressesOf(loginAddresses, everywhere), (spelt) => {
      // Browsers match what the address parser has made of an address.
      const address = new URL(spelt).href
      const to = outcome(manyRules, address)
      if (to === undefined) return
      redirected += 1
      expect(parts(to)).toEqual(marked(address))
    }),
    { numRuns: 10_000 },
  )
  expect(redirected).toBeGreaterThan(500)
})

test('whatever Confluence makes of a page that was asked for, the rules redirect as the table does', () => {
  const bases = many.flatMap(({ ruled, baseUrl }) => (ruled ? [baseUrl] : []))
  expect(bases).toHaveLength(7)
  fc.assert(
    fc.property(addressesOf(plainLoginAddresses, bases), (spelt) => {
      const address = new URL(spelt).href
      const to = outcome(manyRules, address)
      expect(to, address).toBeDefined()
      expect(parts(to ?? '')).toEqual(marked(address))
    }),
    { numRuns: 3000 },
  )
})

test.each([...nobodys, ...many.flatMap(({ ruled, baseUrl }) => (ruled ? [] : [baseUrl]))])(
  '%s, which is nobody’s site or left alone, is out of the reach of its neighbours’ rules',
  (base) => {
    expect(outcome(manyRules, `${base}login.action?os_destination=%2Fx`)).toBeUndefined()
    expect(
      outcome(numbered([triedRule({ baseUrl: 'https://acme.example/' }, 7)]), `${base}login.action?os_destination=%2Fx`),
    ).toBeUndefined()
  },
)

test('a sign-in page on a subdomain of the site keeps the mark of the attempt', () => {
  expect(outcome(manyRules, 'https://sso.acme.example/authorize?client_id=1#latchkey:top')).toBeUndefined()
  expect(outcome(manyRules, 'https://acme.example/display/DS/Page#latchkey:top')).toBe('https://acme.example/display/DS/Page#top')
})

test('a page that happens to be a servlet gets its anchor back', () => {
  const page = 'https://wiki.acme.example/confluence/plugins/servlet/mobile'
  expect(outcome(wikiRules, `${page}#latchkey:content/view/123`)).toBe(`${page}#content/view/123`)
})

test.each([
  ['where the app takes people back in', 'https://wiki.acme.example/confluence/plugins/servlet/oauth/callback?code=1'],
  [
    'at a servlet that both sends people out and takes them back in',
    'https://test.wiki.acme.example/confluence/plugins/servlet/samlsso?redirectTo=%2Fx',
  ],
  ['at the start of an app that nobody knows', 'https://10.0.0.1/sso?to=%2Fx'],
  ['at any servlet of an app that nobody knows', 'https://10.0.0.1/wiki/plugins/servlet/somebodys/callback'],
])('a login is under way %s', (_, address) => {
  expect(outcome(manyRules, `${address}#latchkey:top`)).toBeUndefined()
})

test('a start address that only speaks of an app’s servlet is that of an app that nobody knows', () => {
  const startUrl = '/sso?by=/confluence/plugins/servlet/oauth/auth&to={destination}'
  const rules = rulesFor(doors([{ baseUrl: wikiBase, ssoApp: 'custom', startUrl }]))
  expect(outcome(rules, 'https://wiki.acme.example/sso?to=%2Fx#latchkey:top')).toBeUndefined()
})

describe('two wikis whose context paths differ in their case alone', () => {
  const [large, small] = ['https://wiki.acme.example/Confluence/', 'https://wiki.acme.example/confluence/'] as const
  const asked = 'login.action?os_destination=%2Fx'
  const both = doors([{ baseUrl: large, ssoApp: 'resolution' }, { baseUrl: small }])

  test('are two sites, each sent to its own SSO', () => {
    expect(outcome(rulesFor(both), large + asked)).toBe(`${large}plugins/servlet/samlsso?redirectTo=%2Fx#latchkey:`)
    expect(outcome(rulesFor(both), small + asked)).toBe(`${small}plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:`)
    for (const { baseUrl } of both) expect(doorOf(baseUrl + asked, both)?.baseUrl).toBe(baseUrl)
  })

  test('say nothing of each other: of one that is not configured, or is switched off, nobody is sent away', () => {
    expect(outcome(rulesFor(doors([{ baseUrl: small }])), large + asked)).toBeUndefined()
    expect(outcome(rulesFor(doors([{ baseUrl: large, enabled: false }, { baseUrl: small }])), large + asked)).toBeUndefined()
    expect(doorOf(large + asked, doors([{ baseUrl: small }]))).toBeUndefined()
  })

  test('are held off one at a time', () => {
    const rules = numbered([...rulesFor(both), ...(both[0] ? [standBackRule(both[0], 7)] : [])])
    expect(outcome(rules, large + asked)).toBeUndefined()
    expect(outcome(rules, small + asked)).toBe(`${small}plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:`)
  })
})

describe('two sites whose addresses differ in their host alone', () => {
  const other = 'https://docs.acme.example/confluence/'
  const asked = 'login.action?os_destination=%2Fx'

  test('share a rule, each on its own host', () => {
    const rules = rulesFor(doors([{ baseUrl: wikiBase }, { baseUrl: other }]))
    expect(rules.filter(({ condition }) => condition.regexFilter?.includes('destination'))).toHaveLength(1)
    expect(outcome(rules, other + asked)).toBe(`${other}plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:`)
  })

  test.each<[string, object, string]>([
    ['SSO app', { ssoApp: 'resolution' }, 'plugins/servlet/samlsso?redirectTo=%2Fx'],
    ['relay state', { relayState: '/dashboard.action' }, 'plugins/servlet/oauth/auth?return_to=%2Fdashboard.action'],
  ])('have each a %s of its own', (_, own, path) => {
    for (const sites of [
      [{ baseUrl: wikiBase }, { baseUrl: other, ...own }],
      [{ baseUrl: other, ...own }, { baseUrl: wikiBase }],
    ]) {
      const rules = rulesFor(doors(sites))
      expect(outcome(rules, wikiBase + asked)).toBe(`${start}?return_to=%2Fx#latchkey:`)
      expect(outcome(rules, other + asked)).toBe(`${other}${path}#latchkey:`)
    }
  })
})

test('a relay state of the site’s own replaces whatever was asked for', () => {
  const rules = rulesFor(doors([{ baseUrl: 'https://wiki.acme.example/confluence/', relayState: '/dashboard.action' }]))
  const target = `${start}?return_to=%2Fdashboard.action`
  expect(outcome(rules, `${login}?os_destination=%2Fdisplay%2FDS%2FPage#top`)).toBe(`${target}#latchkey:top`)
  expect(outcome(rules, `${login}?os_destination=%2Fx&nosso`)).toBeUndefined()
})

test.each(['', '%2F', '/', '%2Fconfluence', '%2Fconfluence%2F', 'https%3A%2F%2Fwiki.acme.example%2Fconfluence%2F'])(
  'whoever asked for "%s", which is nowhere, may have logged out: a relay state makes no difference to the rules',
  (nowhere) => {
    const rules = rulesFor(doors([{ baseUrl: wikiBase, relayState: '/dashboard.action' }]))
    expect(outcome(rules, `${login}?os_destination=${nowhere}`)).toBeUndefined()
  },
)

test('a backslash in a site’s own start address means nothing to the rules, of which browsers would refuse all', () => {
  const rules = rulesFor(doors([{ baseUrl: wikiBase, ssoApp: 'custom', startUrl: '/sso?realm=ACME\\1&to={destination}' }]))
  expect(outcome(rules, `${login}?os_destination=%2Fx`)).toBe('https://wiki.acme.example/sso?realm=ACME%5C1&to=%2Fx#latchkey:')
})

test('only what the address alone decides becomes a rule', () => {
  const sites = [{ onLoginPage: 'offer' }, { onLoginPage: 'stay' }, { delaySeconds: 3 }, { enabled: false }, { ssoApp: 'auto' }]
  expect(rulesFor(doors(sites.map((site, index) => ({ baseUrl: `https://w${index}.example/`, ...site }))))).toEqual([])
})

const regular = (rules: ReturnType<typeof rulesFor>) => rules.filter(({ condition }) => condition.regexFilter)

test('five hundred sites that differ in their host alone need three regular expressions', () => {
  const rules = rulesFor(doors(Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.example/` }))))
  expect(regular(rules)).toHaveLength(3)
  expect(outcome(rules, 'https://wiki499.example/login.action?os_destination=%2Fx')).toBe(
    'https://wiki499.example/plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:',
  )
})

test('five hundred sites that differ in everything stay within what browsers allow', () => {
  const sites = doors(
    Array.from({ length: 500 }, (_, index) => ({
      baseUrl: `https://wiki${index}.example/wiki${index}/`,
      backdoor: { parameter: `open${index}` },
    })),
  )
  const rules = rulesFor(sites)
  expect(regular(rules).length).toBeLessThanOrEqual(502)
  expect(rules.length).toBeLessThan(5_000) // Firefox's limit; Chrome's is higher
  expect(outcome(rules, 'https://wiki7.example/wiki7/login.action?os_destination=%2Fx')).toBe(
    'https://wiki7.example/wiki7/plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:',
  )
  expect(outcome(rules, 'https://wiki7.example/wiki7/login.action?os_destination=%2Fx&open7')).toBeUndefined()
  expect(outcome(rules, 'https://wiki7.example/wiki8/login.action?os_destination=%2Fx')).toBeUndefined()
  expect(JSON.stringify(rules).length).toBeLessThan(2_000_000)
})

test.each([`https://wiki.acme.example/${'long'.repeat(100)}/`, `https://${'a.'.repeat(8)}acme.example:8443/`])(
  'a site whose address is too long to be told by its form alone has an expression that begins with the address itself: %s',
  (baseUrl) => {
    const rules = rulesFor(doors([{ baseUrl }]))
    expect(regular(rules)[0]?.condition.regexFilter).toContain(`^${baseUrl.replaceAll('.', '\\.')}login`)
    expect(outcome(rules, `${baseUrl}login.action?os_destination=%2Fx#top`)).toBe(
      `${baseUrl}plugins/servlet/oauth/auth?return_to=%2Fx#latchkey:top`,
    )
  },
)

test('what is one site’s emergency parameter is nothing on another', () => {
  const rules = rulesFor(doors([{ baseUrl: wikiBase, backdoor: { parameter: 'plain' } }, { baseUrl: 'https://docs.acme.example/' }]))
  expect(outcome(rules, `${login}?os_destination=%2Fx&plain`)).toBeUndefined()
  expect(outcome(rules, 'https://docs.acme.example/login.action?os_destination=%2Fx&plain')).toContain('return_to=%2Fx')
})

test('a site is left alone in one tab, or in all', () => {
  expect(standBackRule({ baseUrl: wikiBase }, 7).condition.tabIds).toEqual([7])
  expect(standBackRule({ baseUrl: wikiBase }).condition.tabIds).toBeUndefined()
})

test('of a site that is left alone no login page is marked as the end of an attempt', () => {
  const tried = triedRule({ baseUrl: wikiBase }, 7)
  expect(outcome(numbered([...wikiRules, tried]), `${login}?os_destination=%2Fx`)).toBe(`${login}?os_destination=%2Fx#latchkey:`)
  expect(outcome(numbered([...wikiRules, tried, standBackRule({ baseUrl: wikiBase })]), `${login}?os_destination=%2Fx`)).toBeUndefined()
})

test('a site that is left alone for a while is not redirected', () => {
  expect(
    outcome(
      numbered([...rulesFor(wiki), standBackRule({ baseUrl: 'https://wiki.acme.example/confluence/' })]),
      `${login}?os_destination=%2Fx`,
    ),
  ).toBeUndefined()
})

test('a tab that was sent to SSO a moment ago gets its login page marked instead, anchor kept, and only once', () => {
  const rules = numbered([...rulesFor(wiki), triedRule({ baseUrl: wikiBase }, 7)])
  expect(outcome(rules, `${login}?os_destination=%2Fx#top`)).toBe(`${login}?os_destination=%2Fx#latchkey:top`)
  expect(outcome(rules, `${login}?os_destination=%2Fx`)).toBe(`${login}?os_destination=%2Fx#latchkey:`)
  expect(outcome(rules, `${login}?os_destination=%2Fx#latchkey:`)).toBeUndefined()
  expect(outcome(rules, `${login}?os_destination=%2Fx&nosso`)).toBeUndefined()
  expect(outcome(rules, login), 'after a logout').toBeUndefined()
})

test('a login page is marked once, whether or not the site has rules of its own by then', () => {
  const rules = numbered([triedRule({ baseUrl: wikiBase }, 7), markedRule({ baseUrl: wikiBase }, 7)])
  const marked = outcome(rules, `${login}?os_destination=%2Fx#top`) ?? ''
  expect(marked).toBe(`${login}?os_destination=%2Fx#latchkey:top`)
  expect(outcome(rules, marked)).toBeUndefined()
})

test('a page gets its anchor back, and no other page does', () => {
  const rules = numbered([anchorRule('https://wiki.acme.example/confluence/x?a=1', '#top', 7)])
  expect(outcome(rules, 'https://wiki.acme.example/confluence/x?a=1')).toBe('https://wiki.acme.example/confluence/x?a=1#top')
  expect(outcome(rules, 'https://wiki.acme.example/confluence/x?a=12')).toBeUndefined()
  expect(outcome(rules, 'https://docs.acme.example/go?to=https://wiki.acme.example/confluence/x?a=1')).toBeUndefined()
})

test.each(['display/DS/*', 'display/DS/x?a=^', 'display/DS/|'])(
  'a page whose address has letters that rules read otherwise is no other page: %s',
  (path) => {
    const page = `${wikiBase}${path}`
    const rules = numbered([anchorRule(page, '#top', 7)])
    expect(outcome(rules, page)).toBe(`${page}#top`)
    for (const other of [page.replace(/[*^|]/, 'Other'), page.replace(/[*^|]/, '/'), `${page}x`])
      expect(outcome(rules, other), other).toBeUndefined()
  },
)
