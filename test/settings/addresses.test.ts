import * as v from 'valibot'
import { expect, test } from 'vitest'
import { baseUrl, clientId, hostName, httpsAddress, languageTag, region, scope, shortId, userPoolId } from '../../src/settings/addresses'

const read = (reader: v.GenericSchema<string, string>, value: string) => {
  const { success, output, issues } = v.safeParse(reader, value)
  return success ? output : { wrong: issues[0].message }
}

test.each<[string, string, string]>([
  ['capital letters', 'HTTPS://Wiki.Acme.COM/Confluence', 'https://wiki.acme.com/Confluence/'],
  ['a port', 'https://wiki.acme.com:8443/', 'https://wiki.acme.com:8443/'],
  ['the port that https has anyway', 'https://wiki.acme.com:443/', 'https://wiki.acme.com/'],
  ['a dot at the end of the host', 'https://wiki.acme.com./confluence/', 'https://wiki.acme.com/confluence/'],
  ['a dot before the port', 'https://wiki.acme.com.:8443', 'https://wiki.acme.com:8443/'],
  ['letters beyond a to z, spelled as browsers ask for them', 'https://wiki.bücher.example/', 'https://wiki.xn--bcher-kva.example/'],
  ['a look-alike, which cannot hide', 'https://wiki.аcme.com/', 'https://wiki.xn--cme-5cd.com/'],
  ['punycode as it is', 'https://wiki.xn--bcher-kva.example/', 'https://wiki.xn--bcher-kva.example/'],
  ['full-width letters', 'https://ｗｉｋｉ.acme.com/', 'https://wiki.acme.com/'],
  ['an IPv4 address', 'https://10.0.0.7/', 'https://10.0.0.7/'],
  ['dots in the path', 'https://wiki.acme.com/a/../confluence//', 'https://wiki.acme.com/confluence/'],
  ['a stroke too many', 'https://wiki.acme.com//confluence//team', 'https://wiki.acme.com/confluence/team/'],
  ['a low line in the host', 'https://old_wiki.acme.com/', 'https://old_wiki.acme.com/'],
  ['a match pattern’s star', 'https://wiki.acme.com/confluence/*', 'https://wiki.acme.com/confluence/'],
  ['a star behind its path', 'https://wiki.acme.com/confluence*', 'https://wiki.acme.com/confluence/'],
  ['dots behind which a star hides', 'https://wiki.acme.com/confluence/..*', 'https://wiki.acme.com/confluence/'],
  ['a name that only begins like Atlassian’s cloud', 'https://id.atlassian.com.acme.example/', 'https://id.atlassian.com.acme.example/'],
  ['plain http on this machine', 'http://localhost:8090/confluence', 'http://localhost:8090/confluence/'],
])('a site’s address may have %s', (_, value, expected) => {
  expect(read(baseUrl, value)).toBe(expected)
})

test.each(['*', '/', '/*', '/.*'])('a path of nothing but “%s”, a megabyte long, holds nobody up', (sign) => {
  const long = `https://wiki.acme.com/${sign.repeat(1_000_000 / sign.length)}`
  expect(read(baseUrl, long)).toBe('https://wiki.acme.com/')
  expect(read(baseUrl, `${long}x`)).toHaveLength(`${long}x/`.replace(/(?<!:)\/{2,}/, '/').length)
})

test.each<[string, string, string]>([
  ['a name and a password', 'https://ann:secret@wiki.acme.com/', 'address-with-credentials'],
  ['a name alone', 'https://wiki.acme.com@evil.example/', 'address-with-credentials'],
  ['an IPv6 address', 'https://[2001:db8::7]/', 'host-in-brackets'],
  ['an IPv6 address and a port', 'https://[::1]:8443/', 'host-in-brackets'],
  ['plain http', 'http://wiki.acme.com/', 'not-https'],
  ['plain http to a host that only begins like this machine', 'http://localhost.evil.example/', 'not-https'],
  ['plain http to this machine by number', 'http://127.0.0.1/', 'not-https'],
  ['another scheme', 'javascript:alert(1)', 'not-https'],
  ['a file', 'file:///etc/passwd', 'not-https'],
  ['a query', 'https://wiki.acme.com/?a=1', 'address-with-query'],
  ['an empty fragment', 'https://wiki.acme.com/#', 'address-with-query'],
  ['a space in the host', 'https://wiki acme.com/', 'not-an-address'],
  ['two dots at the end of the host', 'https://wiki.acme.com../', 'not-an-address'],
  ['two dots within the host', 'https://wiki..acme.com/', 'not-an-address'],
  ['a port that there is not', 'https://wiki.acme.com:99999/', 'not-an-address'],
  ['a star for every host', 'https://*/', 'not-an-address'],
  ['a star for every host of a domain', 'https://*.acme.com/', 'not-an-address'],
  ['a sign that ended up in the host', 'https://wiki.acme.com,/', 'not-an-address'],
  ['a quotation mark in the host', 'https://"wiki.acme.com"/', 'not-an-address'],
  ['Atlassian’s cloud', 'https://acme.atlassian.net/wiki/', 'in-the-cloud'],
  ['Atlassian’s cloud and a dot behind it', 'https://acme.atlassian.net./wiki', 'in-the-cloud'],
  ['Atlassian’s cloud and an ideographic dot behind it', 'https://acme.atlassian.net。/wiki', 'in-the-cloud'],
])('a site’s address with %s is refused, and said why', (_, value, wrong) => {
  expect(read(baseUrl, value)).toEqual({ wrong })
})

test.each<[string, string]>([
  ['acme.auth.eu-west-1.amazoncognito.com', 'acme.auth.eu-west-1.amazoncognito.com'],
  ['https://Login.Acme.com/', 'login.acme.com'],
  ['login.acme.com.', 'login.acme.com'],
  ['login.acme.com.:8443', 'login.acme.com:8443'],
  ['login.acme.com。', 'login.acme.com'],
  ['login.acme.com:8443', 'login.acme.com:8443'],
  ['login.bücher.example', 'login.xn--bcher-kva.example'],
])('the domain %s is read', (value, expected) => {
  expect(read(hostName, value)).toBe(expected)
})

test.each([
  'login.acme.com/oauth2',
  'ann@login.acme.com',
  'http://login.acme.com',
  'acme-https://login.acme.com',
  '[::1]',
  'a b',
  '?x',
  'x#y',
  'a\\b',
  'login.acme.com..',
  'login.acme.com。。',
  '.acme.com',
  '*.acme.com',
  '"login.acme.com"',
  'login.acme.com,',
  '',
])('“%s” is no domain', (value) => {
  expect(read(hostName, value)).toEqual({ wrong: 'not-a-host' })
})

test('an endpoint may not carry a password, nor lie at an IPv6 address', () => {
  expect(read(httpsAddress, 'https://a:b@acme.example/token')).toEqual({ wrong: 'address-with-credentials' })
  expect(read(httpsAddress, 'https://[::1]/token')).toEqual({ wrong: 'host-in-brackets' })
})

test.each(['eu-west-1', 'us-gov-west-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-isob-east-1'])('%s is a region', (name) => {
  expect(read(region, name)).toBe(name)
})

test.each(['eu-west', 'Europe', 'eu-west-1a', 'euaws-west-1'])('%s is no region', (name) => {
  expect(read(region, name)).toEqual({ wrong: 'not-a-region' })
})

test.each<[string, v.GenericSchema<string, string>, string, readonly string[], readonly string[]]>([
  ['a short name', shortId, 'not-an-id', ['a', 'Acme-2.0_x', 'a'.repeat(64)], ['a b', '-a', 'a/b', 'ä', 'a'.repeat(65)]],
  ['a pool’s id', userPoolId, 'not-a-pool-id', ['eu-west-1_AbC1'], ['eu-west-1', 'eu west-1_AbC1', 'eu-west-1_Ab C', '_AbC1']],
  ['a client’s id', clientId, 'not-an-id', ['7abc', 'https://app.example/x', 'a'.repeat(256)], ['7 abc', '7äbc', 'a'.repeat(257)]],
  ['a scope', scope, 'not-a-scope', ['openid', 'acme/read'], ['openid email', 'a"b', 'a\\b']],
  [
    'a language',
    languageTag,
    'not-a-language',
    ['de', 'gsw', 'pt-BR', 'zh-Hant-TW', 'de-x-austrian'],
    ['d', 'germ', 'de-', 'de-Schweizer', 'de_DE', 'de ', '-de'],
  ],
])('%s is read from its first letter to its last', (_, reader, wrong, good, bad) => {
  expect(good.map((text) => read(reader, text))).toEqual(good)
  expect(bad.map((text) => read(reader, text))).toEqual(bad.map(() => ({ wrong })))
})
