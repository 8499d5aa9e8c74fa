import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { destinationOf, sitePath } from '../../src/login-page/destination'
import { startAddress } from '../../src/login-page/door'
import { redirectPayloads } from './payloads'

const base = 'https://wiki.acme.example/confluence/'

test.each<[string, string, string | undefined]>([
  ['a path', '/display/DS/Page', '/display/DS/Page'],
  ['a path without its slash', 'pages/viewpage.action?pageId=1', '/pages/viewpage.action?pageId=1'],
  ['a plus sign and an escape stay as they are', '/display/DS/My+Page?a=1%2B1', '/display/DS/My+Page?a=1%2B1'],
  ['letters of any script, spelt as addresses spell them', '/display/DS/日本語', '/display/DS/%E6%97%A5%E6%9C%AC%E8%AA%9E'],
  ['what ends a cookie’s value, and would be lost in an SSO app’s', '/display/DS/A;b,c "d"', '/display/DS/A%3Bb%2Cc%20%22d%22'],
  ['the same, spelt so already', '/display/DS/A%3Bb%2Cc%20d', '/display/DS/A%3Bb%2Cc%20d'],
  ['a session that a server wrote into the path', '/display/DS/Page;jsessionid=0A1B.node1?a=1', '/display/DS/Page?a=1'],
  ['an absolute address of the site', `${base}display/DS/Page#x`, '/display/DS/Page#x'],
  ['the context path in front', '/confluence/display/DS/Page', '/display/DS/Page'],
  ['the context path’s text inside', '/display/confluence/Page', '/display/confluence/Page'],
  ['the site itself', '/confluence/', ''],
  ['an address inside a query', '/x?u=https://evil.example/', '/x?u=https://evil.example/'],
  ['another host', 'https://evil.example/', undefined],
  ['another host without a scheme', '//evil.example/', undefined],
  ['a backslash for a slash', '/\\evil.example', undefined],
  ['an encoded second slash', '/%2Fevil.example', undefined],
  ['an encoded backslash', '/%5cevil.example', undefined],
  ['a blank in front of another host', ' https://evil.example/', undefined],
  ['a backslash in front of one', '\\/evil.example', undefined],
  ['an anchor alone', '#x', '/#x'],
  ['a query alone', '?a=1', '/?a=1'],
  ['a control character', '/x\nSet-Cookie: a=b', undefined],
  ['a second slash behind the context path', '/confluence//evil.example', undefined],
  ['a backslash behind the context path', '/confluence/\\evil.example', undefined],
  ['an encoded second slash behind it', '/confluence/%2Fevil.example', undefined],
  ['an encoded backslash behind it, twice over', '/confluence/%255Cevil.example', undefined],
  ['a session in front of a second slash', '/;jsessionid=0A1B/evil.example', undefined],
  ['a session spelt in capitals', '/x;JSESSIONID=0A1B?a=1', '/x?a=1'],
  ['an encoded control character', '/x%0d', undefined],
  ['an encoded control character, twice over', '/x%2509y', undefined],
  ['an encoded delete', '/x%7F', undefined],
  ['an encoded delete, twice over', '/x%25257f', undefined],
  ['a scheme spelt in capitals', `HTTPS://wiki.acme.example/confluence/x`, '/x'],
  ['nothing', '', ''],
  ['the start of the host', '/', ''],
  ['a host that begins like the site’s', 'https://wiki.acme.example.evil.example/confluence/x', undefined],
  ['what no browser can read', 'https://[', undefined],
  ['the context path without its slash', '/confluence', ''],
  ['a path that begins like the context path', '/confluence2/x', '/confluence2/x'],
  ['a script', 'javascript:alert(1)', undefined],
  ['somebody’s password', 'https://ann:pw@wiki.acme.example/confluence/x', undefined],
  ['the site under another scheme', 'http://wiki.acme.example/confluence/x', undefined],
])('%s', (_, value, wanted) => expect(sitePath(value, base)).toBe(wanted))

test('at the root of a host there is no context path to take off', () => {
  expect(sitePath('/confluence/x', 'https://wiki.acme.example/')).toBe('/confluence/x')
  expect(sitePath('/', 'https://wiki.acme.example/')).toBe('')
})

test('os_destination counts before destination, and "/" is nowhere in particular', () => {
  expect(destinationOf(new URLSearchParams('destination=/b&os_destination=/a'), base)).toBe('/a')
  expect(destinationOf(new URLSearchParams('os_destination=%2F'), base)).toBe('')
  expect(destinationOf(new URLSearchParams(), base)).toBe('')
})

const vectors = new URL('../../../shared/corpus/vectors/', import.meta.url)
const missing = !existsSync(vectors)

/** However often somebody decodes it, and whoever puts the site in front of it, it stays on the site. */
function staysHome(path: string): boolean {
  const spellings = [path, decoded(path), decoded(decoded(path))]
  return spellings.every((spelling) => !URL.canParse(spelling, base) || new URL(spelling, base).origin === new URL(base).origin)
}
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

describe.skipIf(missing)('open-redirect payloads that others collected', () => {
  test('none leaves the site, as it stands or encoded', () => {
    expect(redirectPayloads.length).toBeGreaterThan(300)
    const leaks = redirectPayloads
      .flatMap((payload) => [payload, decoded(payload)])
      .filter((payload) => {
        const path = sitePath(payload, base)
        return path !== undefined && !staysHome(path || '/')
      })
    expect(leaks).toEqual([])
  })
})

describe.skipIf(missing)('the URL standard’s own test cases', () => {
  interface Case {
    readonly input: string
  }
  const cases = missing ? [] : (JSON.parse(readFileSync(new URL('url/urltestdata.json', vectors), 'utf8')) as (Case | string)[])

  test('as destinations, none leaves the site and none throws', () => {
    const inputs = cases.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.input]))
    expect(inputs.length).toBeGreaterThan(800)
    const leaks = inputs.filter((input) => {
      const path = sitePath(input, base)
      if (path === undefined) return false
      const start = new URL(startAddress('/confluence/plugins/servlet/oauth/auth?return_to={destination}', base, path))
      return start.origin !== new URL(base).origin || !staysHome(path || '/')
    })
    expect(leaks).toEqual([])
  })
})
