import { describe, expect, test } from 'vitest'
import cognito from '../../src/providers/cognito'
import { afterLogoutOf } from '../../src/session/after-logout'
import { providerOf } from '../../src/settings/provider-of'
import { settingsOf } from '../providers/provider'

const baseUrl = 'https://wiki.acme.example/confluence/'
const settings = settingsOf({
  id: 'acme',
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  domain: 'acme.auth.eu-west-1.amazoncognito.com',
  clientId: '7abc',
})

describe('whoever has logged out is sent', () => {
  const sentTo = (mode: 'stay' | 'cognito' | 'url', url = '') =>
    afterLogoutOf({ baseUrl, logout: { mode, url } } as never, settings, cognito)
  const ownSite = 'https://wiki.acme.example/bye'
  const ownPool = 'https://acme.auth.eu-west-1.amazoncognito.com/logout?client_id=7abc'

  test.each<[string, Parameters<typeof sentTo>, string | undefined]>([
    ['nowhere, where nothing is wanted', ['stay', ownSite], undefined],
    ['to the site itself', ['url', ownSite], ownSite],
    ['to its provider', ['url', ownPool], ownPool],
    ['to nobody else', ['url', 'https://evil.example/bye'], undefined],
    ['to no other port', ['url', 'https://wiki.acme.example:8443/bye'], undefined],
    ['to no address in the clear', ['url', 'http://wiki.acme.example/bye'], undefined],
    ['to no script', ['url', 'javascript:alert(1)'], undefined],
    ['to nothing that is no address', ['url', 'bye'], undefined],
  ])('%s', (_, asked, expected) => expect(sentTo(...asked)).toBe(expected))

  test('to the end of the provider’s session, and from there to the site’s own page', () => {
    const address = new URL(sentTo('cognito') ?? '')
    expect(address.host).toBe(settings.domain)
    expect(address.searchParams.get('logout_uri')).toBe(`${baseUrl}login.action?logout=true`)
  })
})

describe('the provider of a site', () => {
  const [one, two] = [{ id: 'one' }, { id: 'two' }]
  test.each<[string, string, readonly { id: string }[], object | undefined]>([
    ['is the one that it names', 'two', [one, two], two],
    ['is the only one there is, where it names none', '', [one], one],
    ['is unknown where it names none of several', '', [one, two], undefined],
    ['is unknown where it names one that is not there', 'three', [one], undefined],
    ['is unknown where there is none', '', [], undefined],
  ])('%s', (_, provider, providers, found) => expect(providerOf({ provider }, providers)).toBe(found))
})
