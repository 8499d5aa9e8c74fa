import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyBypass } from '../../src/login-page/bypass'
import { decide } from '../../src/login-page/decide'
import { backdoorAddress, type Door } from '../../src/login-page/door'
import { doorFor, type KnownApp } from '../../src/login-page/door-of-site'
import { recogniseAddress } from '../../src/login-page/recognise-address'
import { rulesFor } from '../../src/login-page/rules'
import { signs } from '../../src/platform/signs'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { servlets } from '../../src/sso-apps/routes'
import { outcome } from './matcher'

const baseUrl = 'https://wiki.acme.example/confluence/'

/** Something that may stand where a value should: the value, nothing at all, or what makes no sense. */
const half = <T>(...values: T[]) => fc.oneof(fc.constantFrom(...values), fc.constantFrom(undefined, null, '', 0, true, [], {}, 'broken'))
const site = fc.record(
  {
    baseUrl: fc.constant(baseUrl),
    enabled: half(true),
    ssoApp: half('auto', 'miniorange', 'atlassian', 'custom'),
    startUrl: half('', '/sso?to={destination}', 'https://evil.example/'),
    onLoginPage: half('redirect', 'offer'),
    delaySeconds: half(0, 5, -1),
    backdoor: half({ enabled: false }, { parameter: 'plain=yes' }, { enabled: 'no', parameter: 7 }),
    relayState: half('', '/dashboard.action', 'https://evil.example/'),
    anonymous: half('allow', 'sign-in'),
    adminLogin: half('form', 'sso'),
  },
  { requiredKeys: ['baseUrl'] },
)
const settings = fc.oneof(fc.record({ sites: fc.array(site, { maxLength: 2 }) }), fc.constantFrom('broken', null, 7, { sites: 'broken' }))
const known: fc.Arbitrary<KnownApp | undefined> = fc.constantFrom(
  undefined,
  { ssoApp: 'miniorange', backdoor: null, serverRedirects: true },
  { ssoApp: 'miniorange', backdoor: 'open=sesame' },
  { ssoApp: 'atlassian', formHidden: true, choices: [] },
)

/** What a first visit in a tab comes to, by the browser's rules and by the page. */
function acts(door: Door, address: string): readonly string[] {
  const url = new URL(address)
  const history = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false }
  const ruled = outcome(rulesFor([door], servlets), address) === undefined ? 'stay' : 'redirect'
  return [ruled, decide({ page: recogniseAddress(url, signs), url, door, history, now: 0 }).act]
}

test('the emergency way in opens the plain form however broken the settings, however much of the policy is there, whatever was discovered', () => {
  let seen = 0
  fc.assert(
    fc.property(settings, settings, known, (own, policy, discovered) => {
      for (const one of resolve(own, policy).settings.sites) {
        const door = doorFor(one, discovered, { apps: ssoApps, buttonText: 'Log in' })
        const addresses = [...everyBypass, door.backdoor ?? everyBypass.join('&')].map((parameter) =>
          backdoorAddress(door.baseUrl, parameter),
        )
        for (const address of addresses)
          for (const whole of [address, `${address}&os_destination=%2Fdisplay%2FDS%2FPage`])
            expect(
              acts(door, whole).filter((act) => act === 'redirect' || act === 'countdown'),
              whole,
            ).toEqual([])
        seen += 1
      }
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(100)
})

test.each([
  'plain=1',
  ' plain=1 ',
  '?plain=1',
  '&plain=1',
  'login.action?plain=1#top',
  `${baseUrl}login.action?os_destination=%2Fx&plain=1`,
  `${baseUrl}login.action?plain=1&os_destination=%2Fx`,
])('the emergency way in may be typed as "%s"', (parameter) => {
  const [one] = resolve({ sites: [{ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect', backdoor: { parameter } }] }, {}).settings.sites
  if (!one) throw new Error('no site')
  const door = doorFor(one, undefined, { apps: ssoApps, buttonText: 'Log in' })
  expect(backdoorAddress(baseUrl, door.backdoor ?? '')).toBe(`${baseUrl}login.action?plain=1`)
  expect(acts(door, `${baseUrl}login.action?plain=1&os_destination=%2Fx`)).toEqual(['stay', 'stay'])
  expect(acts(door, `${baseUrl}login.action?os_destination=%2Fx`)).toEqual(['redirect', 'redirect'])
})
