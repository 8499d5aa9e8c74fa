import { expect, test, vi } from 'vitest'
import { requiredHosts } from '../../scripts/required-hosts'
import { originOf } from '../../src/platform/grants'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

test('an organisation build requires the hosts that it was given, and none where none were', () => {
  const hosts = ['https://wiki.acme.com/*', 'https://*.acme.com/*', 'http://localhost/*', '*://docs.acme.com/*']
  expect(requiredHosts(` ${hosts.join('  ')}\n`)).toEqual(hosts)
  expect(requiredHosts('')).toEqual([])
})

test('a host is required with all of its ports and paths, as a site’s is asked for, and once', () => {
  expect(requiredHosts('https://wiki.acme.com:8443/confluence/* https://wiki.acme.com/*')).toEqual([
    originOf('https://wiki.acme.com:8443/'),
  ])
})

test('a host is required by the name that browsers ask for, however it was written', () => {
  expect(requiredHosts('https://Wiki.Acme.com/* https://wiki.bücher.example./* https://*.Bücher.example/* https://*/*')).toEqual([
    originOf('https://wiki.acme.com/'),
    originOf('https://wiki.bücher.example/'),
    'https://*.xn--bcher-kva.example/*',
    'https://*/*',
  ])
})

test.each(['https://wiki.acme.com', 'wiki.acme.com/*', 'https://wiki.*/*', 'https:///*', 'ftp://wiki.acme.com/*', 'https://xn--a/*'])(
  'no build is made that requires %s, which no browser would grant',
  (host) => {
    expect(() => requiredHosts(`https://wiki.acme.com/* ${host}`)).toThrow(`and this is none: ${host}`)
  },
)
