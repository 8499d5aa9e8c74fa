import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discover } from '../../src/setup/discover'
import { jsonIn } from '../../src/setup/reply'
import { discoveries } from '../../src/sso-apps/discovery'

const baseUrl = 'https://wiki.acme.example/confluence/'
const paths = { options: 'rest/authconfig/1.0/login-options', config: 'plugins/servlet/oauth/getconfig' }
const external = `${baseUrl}plugins/servlet/external-login`

/** What is found out of a site that answers these paths with JSON, as it comes over the wire, and has nothing else. */
const found = (answers: Record<string, unknown>) => {
  const byAddress = new Map(Object.entries(answers).map(([path, answer]) => [`${baseUrl}${path}`, answer]))
  return discover(baseUrl, discoveries, async (address) =>
    byAddress.has(address)
      ? jsonIn({ status: 200, type: 'application/json', text: JSON.stringify(byAddress.get(address)) ?? '' })
      : jsonIn({ status: 404, type: 'text/html', text: '<h1>Page Not Found</h1>' }),
  )
}
const known = async (answers: Record<string, unknown>) => (await found(answers)).known
const idp = (keys: object) => known({ [paths.options]: { results: [{ type: 'LOGIN_FORM' }, { type: 'IDP', ...keys }] } })

const config = {
  loginButtonText: 'Use Acme login',
  configured: true,
  disableDefaultLogin: true,
  backdoorEnabled: true,
  backdoorKey: 'plain',
  backdoorValue: 'yes',
}
const hyphenated = (keys: object) =>
  Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]))

describe('miniOrange', () => {
  test.each([
    ['camel case', config],
    ['hyphens', hyphenated(config)],
  ])('tells its button, its emergency way in and whether it redirects, in %s', async (_, answer) => {
    expect(await found({ [paths.config]: answer })).toEqual({
      known: { ssoApp: 'miniorange', buttonText: 'Use Acme login', backdoor: 'plain=yes', serverRedirects: true },
      from: paths.config,
      asked: expect.arrayContaining([
        { path: paths.config, ending: 'found' },
        { path: paths.options, ending: 'not-there' },
      ]),
    })
  })

  test('whose emergency way in is off says so', async () => {
    expect(await known({ [paths.config]: { ...config, backdoorEnabled: false } })).toMatchObject({ backdoor: null })
  })

  test.each([{ configured: false }, { enableOAuthSSO: false }, { 'enable-oauth-sso': false }])(
    'that is not in use is no way in: %j',
    async (off) => {
      const { known, asked, off: named } = await found({ [paths.config]: { ...config, ...off } })
      expect(known).toBeUndefined()
      expect(named).toEqual({ app: 'miniorange', path: paths.config })
      expect(asked).toContainEqual({ path: paths.config, ending: 'switched-off' })
    },
  )

  test.each([
    ['plain', 'let me in', 'plain=let+me+in'],
    ['plain', '', 'plain'],
    ['a&b#c', 'd=e', 'a%26b%23c=d%3De'],
    ['Türchen', '✓', 'T%C3%BCrchen=%E2%9C%93'],
  ])('may call its emergency way in %j and %j, and it stands in an address as %s', async (backdoorKey, backdoorValue, parameter) => {
    expect(await known({ [paths.config]: { ...config, backdoorKey, backdoorValue } })).toMatchObject({ backdoor: parameter })
  })

  test.each([{ backdoorKey: 'x'.repeat(129) }, { backdoorValue: 'x'.repeat(10_000) }, { backdoorKey: '' }, { backdoorKey: 7 }])(
    'whose emergency way in makes no sense has the usual one',
    async (odd) => {
      expect(await known({ [paths.config]: { ...config, ...odd } })).not.toHaveProperty('backdoor')
    },
  )
})

describe('Atlassian’s built-in SSO', () => {
  test.each([
    ['older', { 'button-text': 'Log in with AWS Cognito', 'login-link': `${external}/7` }],
    ['newer', { buttonText: 'Log in with AWS Cognito', loginLink: '/confluence/plugins/servlet/external-login/7' }],
  ])('tells the provider’s own start link in its %s spelling', async (_, keys) => {
    expect(await idp({ id: 7, ...keys })).toEqual({
      ssoApp: 'atlassian',
      buttonText: 'Log in with AWS Cognito',
      start: '/confluence/plugins/servlet/external-login/7?authDest={destination}',
      serverRedirects: false,
    })
  })

  test('redirects by itself where it has one provider and no form, and leaves open whether its form can be had', async () => {
    expect(await known({ [paths.options]: { results: [{ type: 'IDP', id: 1 }] } })).toMatchObject({
      serverRedirects: true,
      formHidden: true,
    })
  })

  test('with several providers gives them to choose from, and takes none', async () => {
    const results = [
      { type: 'IDP', id: 1, 'button-text': 'Staff', 'login-link': `${external}/1` },
      { type: 'IDP', id: 2, buttonText: 'Partners', loginLink: `${external}/2` },
      { type: 'LEGACY_LOGIN_FORM' },
    ]
    expect(await known({ [paths.options]: { results } })).toEqual({
      ssoApp: 'atlassian',
      serverRedirects: false,
      choices: [
        { name: 'Staff', start: '/confluence/plugins/servlet/external-login/1?authDest={destination}' },
        { name: 'Partners', start: '/confluence/plugins/servlet/external-login/2?authDest={destination}' },
      ],
    })
  })

  test.each([
    'https://evil.example/plugins/servlet/external-login/1',
    '//evil.example/confluence/plugins/servlet/external-login/1',
    '\\\\evil.example/confluence/plugins/servlet/external-login/1',
    'javascript:alert(1)//plugins/servlet/external-login/1',
    'data:text/html,/plugins/servlet/external-login/1',
    'http://wiki.acme.example/confluence/plugins/servlet/external-login/1',
    'https://wiki.acme.example:444/confluence/plugins/servlet/external-login/1',
    'https://wiki.acme.example@evil.example/confluence/plugins/servlet/external-login/1',
    '/other/plugins/servlet/external-login/1',
    '/confluence/plugins/servlet/external-login/../../../logout.action',
    '/confluence/plugins/servlet/external-login/1/2',
    '/confluence/plugins/servlet/external-login-of-mine',
    'https://[',
  ])('is not followed to %s', async (loginLink) => {
    expect(await idp({ loginLink })).not.toHaveProperty('start')
    // A server that goes by another name inside links there; its id leads to the same provider from here.
    expect(await idp({ loginLink, id: 9 })).toMatchObject({ start: '/confluence/plugins/servlet/external-login/9?authDest={destination}' })
  })

  test.each<{ id: unknown }>([
    { id: '../../logout' },
    { id: {} },
    { id: [] },
    { id: null },
    { id: { toString: 1 } },
    { id: '' },
    { id: '1?x' },
  ])('has no start where its id makes none: %j', async (odd) => expect(await idp(odd)).not.toHaveProperty('start'))
})

test.each([
  ['Log in', 'Log in'],
  ['  Log\n\t in  ', 'Log in'],
  ['Log\u202e ni\u0000', 'Log ni'],
  ['\u2066Log\u2069 in\ufeff\u200b', 'Log in'],
  ['ورود \u200cبه', 'ورود \u200cبه'],
  ['<b>Log in</b>', '<b>Log in</b>'],
  ['x'.repeat(500_000), `${'x'.repeat(79)}…`],
  ['😀'.repeat(500), `${'😀'.repeat(79)}…`],
  ['\u202e\u0007 ', undefined],
  ['', undefined],
  [7, undefined],
])('a button that is called %j says %j', async (buttonText, shown) => {
  const told = await idp({ id: 1, buttonText })
  expect(told?.buttonText).toBe(shown)
})

test.each<[string, unknown]>([
  ['a list', []],
  ['somebody else’s answer', { status: 'ok' }],
  ['a form and nothing else', { results: [{ type: 'LOGIN_FORM' }] }],
  ['wrong types everywhere', { results: [{ type: 3, 'login-link': {} }], backdoorKey: [], configured: 'yes', loginButtonText: {} }],
  ['results that are no list', { results: { length: 3, 0: { type: 'IDP' } } }],
  ['a list of nothing', { results: [null, 1, 'IDP', [], [['IDP']]] }],
  ['a text', '<html>'],
  ['null', null],
  ['a number', 4],
  ['keys of prototypes', JSON.parse('{"__proto__":{"results":[{"type":"IDP"}],"backdoorKey":"x"},"constructor":{"prototype":{}}}')],
])('%s is no SSO app, and does no harm', async (_, answer) => {
  const { known, asked } = await found({ [paths.options]: answer, [paths.config]: answer })
  expect(known).toBeUndefined()
  expect(asked.map(({ ending }) => ending)).toEqual(['another-app', 'another-app'])
})

test('one odd option spoils none of the others', async () => {
  const results = [null, { type: 'IDP', buttonText: {}, loginLink: 7, id: 3 }, 'x']
  expect(await known({ [paths.options]: { results } })).toMatchObject({ start: expect.stringContaining('external-login/3?') })
})

test('a million options are no more than fifty', async () => {
  const results = Array.from({ length: 20_000 }, (_, id) => ({ type: 'IDP', id }))
  expect((await known({ [paths.options]: { results } }))?.choices).toHaveLength(50)
})

const keys = [
  'results',
  'type',
  'id',
  'loginLink',
  'login-link',
  'buttonText',
  'backdoorKey',
  'configured',
  '__proto__',
  'toString',
  'length',
]
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('IDP', 'LOGIN_FORM', true, false, null, `${external}/1`, '//evil.example/', 'javascript:1'),
    fc.jsonValue(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value')),
  ),
})).value

test('whatever is answered, nothing is thrown, and nothing leads off the site', async () => {
  const isHere = (start: string | undefined) => start === undefined || new URL(start, baseUrl).href.startsWith(external)
  await fc.assert(
    fc.asyncProperty(anything, fc.array(anything, { maxLength: 3 }), async (answer, results) => {
      const told = await known({ [paths.options]: { results }, [paths.config]: answer })
      expect([told?.start, ...(told?.choices?.map(({ start }) => start) ?? [])].every(isHere)).toBe(true)
      expect(told?.buttonText?.length ?? 0).toBeLessThanOrEqual(160)
    }),
  )
})

test('a status that says nothing by itself is kept with its number', async () => {
  const { asked } = await discover(baseUrl, discoveries, async () => jsonIn({ status: 503, type: 'text/html', text: '' }))
  expect(asked).toContainEqual({ path: paths.config, ending: 'status', status: 503 })
})

test('an asker that breaks is a site without connection', async () => {
  const { asked } = await discover(baseUrl, discoveries, () => Promise.reject(new Error('gone')))
  expect(asked.map(({ ending }) => ending)).toEqual(['no-connection', 'no-connection'])
})
