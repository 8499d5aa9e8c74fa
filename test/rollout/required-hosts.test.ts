import { expect, test } from 'vitest'
import { requiredHosts } from '../../scripts/required-hosts'

test('an organisation build requires the hosts that it was given, and none where none were', () => {
  const hosts = ['https://wiki.acme.com/*', 'https://*.acme.com/*', 'http://localhost/*', 'https://wiki.acme.com:8443/*']
  expect(requiredHosts(` ${hosts.join('  ')}\n`)).toEqual(hosts)
  expect(requiredHosts('')).toEqual([])
})

test.each(['https://wiki.acme.com', 'wiki.acme.com/*', 'https://wiki.*/*', 'https:///*', 'ftp://wiki.acme.com/*'])(
  'no build is made that requires %s, which no browser would grant',
  (host) => {
    expect(() => requiredHosts(`https://wiki.acme.com/* ${host}`)).toThrow(`and this is none: ${host}`)
  },
)
