import { describe, expect, test } from 'vitest'
import cognito from '../../src/providers/cognito'
import type { OAuthError } from '../../src/session/provider'
import { callback, settingsOf } from './provider'

const pool = {
  id: 'acme',
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  domain: 'acme.auth.eu-west-1.amazoncognito.com',
  clientId: '7abc',
}
const settings = settingsOf(pool)
const about = { settings, callback, address: 'https://op.example' }
const domain = pool.domain
const host = `https://${domain}`

describe('pages that Cognito shows and never comes back from', () => {
  test.each<[string, string, { status?: number; text?: string }, object | undefined]>([
    ['redirect_mismatch', '/error?error=redirect_mismatch&client_id=7abc', {}, { code: 'redirect-mismatch', callback, clientId: '7abc' }],
    ['invalid_request', '/error?error=invalid_request&client_id=7abc', {}, { code: 'unknown-client', clientId: '7abc', domain }],
    ['Invalid state', '/error?error=Invalid%20state', {}, { code: 'sign-in-page-stale' }],
    ['a code of the provider behind it', '/error?code=abc', {}, { code: 'identity-provider-failed' }],
    [
      'no style for the client',
      '/login?client_id=7abc',
      { status: 403, text: '<p>Login pages unavailable. Please contact an administrator.' },
      { code: 'login-pages-unavailable', clientId: '7abc' },
    ],
    ['a firewall’s refusal', '/login?client_id=7abc', { status: 403, text: '<h1>Forbidden' }, undefined],
    ['a firewall’s captcha', '/oauth2/authorize', { status: 405 }, undefined],
    ['an error that nobody knows', '/error?error=whatever', {}, undefined],
    ['the sign-in page', '/login?error=redirect_mismatch', { status: 200 }, undefined],
  ])('%s', (_, path, page, problem) => {
    expect(cognito.pageProblem({ url: host + path, status: 400, ...page }, about)).toEqual(problem)
  })
})

describe('errors that come back to us', () => {
  test.each<[OAuthError, object]>([
    [{ error: 'invalid_request', description: 'Timeout occurred in calling IdP token endpoint' }, { code: 'identity-provider-failed' }],
    [{ error: 'invalid_request', description: 'Timeout in calling jwks uri' }, { code: 'identity-provider-failed' }],
    [
      { error: 'invalid_request', description: 'Entra Error - 401 error getting token' },
      { code: 'identity-provider-failed', description: 'Entra Error - 401 error getting token' },
    ],
    [{ error: 'invalid_request', description: 'Connection reset' }, { code: 'identity-provider-failed' }],
    [{ error: 'invalid_request', description: 'Read timed out' }, { code: 'identity-provider-failed' }],
    [{ error: 'invalid_request' }, { code: 'identity-provider-failed' }],
    [
      { error: 'invalid_request', description: 'User is disabled' },
      { code: 'account-refused', description: 'User is disabled' },
    ],
    [{ error: 'invalid_request', description: 'User is not enabled' }, { code: 'account-refused' }],
    [{ error: 'invalid_request', description: 'User is not confirmed.' }, { code: 'account-refused' }],
    [{ error: 'invalid_request', description: 'PreAuthentication failed with error no.' }, { code: 'account-refused' }],
    [{ error: 'unauthorized_client' }, { code: 'grant-not-allowed', clientId: '7abc' }],
    [{ error: 'invalid_scope' }, { code: 'scope-refused', foreign: [] }],
    [
      { error: 'access_denied', description: 'No.' },
      { code: 'access-denied', description: 'No.' },
    ],
    [{ error: 'login_required' }, { code: 'login-required' }],
    [
      { error: 'server_error', description: 'Oh.' },
      { code: 'provider-busy', address: 'https://op.example', status: 500, description: 'Oh.' },
    ],
    [{ error: 'temporarily_unavailable' }, { code: 'provider-busy', status: 503 }],
    [{ error: 'server_error', description: 'PreSignUp failed with error no.' }, { code: 'account-refused' }],
    [{ error: 'a_word_of_tomorrow' }, { code: 'provider-refused', error: 'a_word_of_tomorrow' }],
  ])('%o', (error, problem) => expect(cognito.answerProblem(error, about)).toMatchObject(problem))

  test('scopes that Cognito does not know are named, custom ones of resource servers are not', () => {
    const scopes = ['openid', 'groups', 'offline_access', 'wiki/read']
    const found = cognito.answerProblem({ error: 'invalid_scope' }, { ...about, settings: { ...settings, scopes } })
    expect(found).toEqual({ code: 'scope-refused', scopes, foreign: ['groups', 'offline_access'] })
  })
})

test.each<[OAuthError, object]>([
  [{ error: 'invalid_client' }, { code: 'client-has-secret', clientId: '7abc' }],
  [{ error: 'invalid_grant' }, { code: 'code-refused', clientId: '7abc', scopes: ['openid', 'email', 'profile'] }],
  [
    { error: 'unauthorized_client', description: 'invalid_redirect' },
    { code: 'redirect-mismatch', callback },
  ],
  [{ error: 'unauthorized_client' }, { code: 'grant-not-allowed' }],
  [{ error: 'invalid_request' }, { code: 'provider-refused', error: 'invalid_request' }],
  [{ error: 'unsupported_grant_type' }, { code: 'provider-refused' }],
])('the token endpoint’s %o', (error, problem) => expect(cognito.tokenProblem(error, about)).toMatchObject(problem))

describe('issuers, asked in this order', () => {
  test('the settings’ own alone, with or without a slash at its end', () => {
    const own = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
    for (const issuer of [own, `${own}/`]) expect(cognito.issuersOf(settingsOf({ ...pool, endpoints: { issuer } }))).toEqual([own])
  })

  test.each<[string, object, readonly string[]]>([
    ['a commercial region', {}, ['cognito-idp.eu-west-1.amazonaws.com', 'issuer-cognito-idp.eu-west-1.amazonaws.com']],
    [
      'a FIPS domain',
      { region: 'us-east-1', userPoolId: 'us-east-1_AbC', domain: 'acme.auth-fips.us-east-1.amazoncognito.com' },
      [
        'cognito-idp-fips.us-east-1.amazonaws.com',
        'issuer-cognito-idp-fips.us-east-1.amazonaws.com',
        'cognito-idp.us-east-1.amazonaws.com',
        'issuer-cognito-idp.us-east-1.amazonaws.com',
      ],
    ],
    [
      'GovCloud',
      { region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_AbC', domain: 'acme.auth-fips.us-gov-west-1.amazoncognito.com' },
      [
        'cognito-idp-fips.us-gov-west-1.amazonaws.com',
        'issuer-cognito-idp-fips.us-gov-west-1.amazonaws.com',
        'cognito-idp.us-gov-west-1.amazonaws.com',
        'issuer-cognito-idp.us-gov-west-1.amazonaws.com',
      ],
    ],
    [
      'GovCloud, where the domain does not say so',
      { region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_AbC', domain: 'auth.acme.example' },
      [
        'cognito-idp-fips.us-gov-west-1.amazonaws.com',
        'issuer-cognito-idp-fips.us-gov-west-1.amazonaws.com',
        'cognito-idp.us-gov-west-1.amazonaws.com',
        'issuer-cognito-idp.us-gov-west-1.amazonaws.com',
      ],
    ],
    [
      'China',
      { region: 'cn-north-1', userPoolId: 'cn-north-1_AbC', domain: 'acme.auth.cn-north-1.amazoncognito.com.cn' },
      ['cognito-idp.cn-north-1.amazonaws.com.cn', 'issuer-cognito-idp.cn-north-1.amazonaws.com.cn'],
    ],
    [
      'Europe’s own cloud',
      { region: 'eusc-de-east-1', userPoolId: 'eusc-de-east-1_AbC' },
      ['cognito-idp.eusc-de-east-1.amazonaws.eu', 'issuer-cognito-idp.eusc-de-east-1.amazonaws.eu'],
    ],
  ])('%s', (_, over, hosts) => {
    const given = settingsOf({ ...pool, ...over })
    expect(cognito.issuersOf(given).map((issuer) => new URL(issuer).host)).toEqual(hosts)
    for (const issuer of cognito.issuersOf(given)) expect(issuer.endsWith(`/${given.userPoolId}`)).toBe(true)
  })
})

describe('what is wrong with the settings before anybody is asked', () => {
  test.each<[string, object, object | undefined]>([
    ['nothing', {}, undefined],
    ['no region', { region: '' }, undefined],
    ['a pool of another region', { region: 'us-east-1' }, { code: 'region-differs', region: 'us-east-1', userPoolId: pool.userPoolId }],
    ['the domain for an issuer', { endpoints: { issuer: host } }, { code: 'domain-is-no-issuer', issuer: host }],
    ['an issuer of one’s own', { region: 'us-east-1', endpoints: { issuer: 'https://pool.example/x' } }, undefined],
    ['an issuer whose host begins like a pool’s domain', { endpoints: { issuer: `${host}.acme.example` } }, undefined],
  ])('%s', (_, over, problem) => expect(cognito.settingsProblem(settingsOf({ ...pool, ...over }))).toEqual(problem))

  test.each<[string, object, readonly string[]]>([
    ['nothing', {}, []],
    ['everything', { region: '', userPoolId: '', clientId: '' }, ['region', 'userPoolId', 'clientId']],
    ['the pool, but for an issuer', { region: '', userPoolId: '', endpoints: { issuer: 'https://pool.example/x' } }, []],
  ])('missing: %s', (_, over, missing) => expect(cognito.missing(settingsOf({ ...pool, ...over }))).toEqual(missing))
})

describe('a token of a pool that nobody has configured', () => {
  const own = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
  test.each([
    own,
    own.replace('cognito-idp', 'issuer-cognito-idp'),
    own.replace('cognito-idp', 'cognito-idp-fips'),
    'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC',
  ])('names an issuer whose keys can be asked for: %s', (issuer) => {
    expect(cognito.keysOf(issuer)).toBe(`${issuer}/.well-known/jwks.json`)
  })

  test.each([
    '',
    'https://evil.example/eu-west-1_AbCdEf123',
    own.replace('https:', 'http:'),
    own.replace('amazonaws.com', 'amazonaws.com.evil.example'),
    own.replace('amazonaws.com', 'amazonaws_com'),
    `${own}/../../evil`,
    `${own}?x`,
    `https://evil.example/?${own}`,
    own.replace('cognito-idp', 'evil.example/cognito-idp'),
    `${host}/eu-west-1_AbCdEf123`,
  ])('asks nobody because it names “%s”', (issuer) => expect(cognito.keysOf(issuer)).toBeUndefined())
})

test.each([
  ['id', true],
  ['access', false],
  ['refresh', false],
  [undefined, false],
])('a token for the use “%s” is an ID token: %s', (token_use, passed) => {
  expect(cognito.checks({ token_use })).toMatchObject([{ name: 'token_use', passed, wanted: 'id' }])
})

test('whoever was signed in knows where the session ends better than the domain does', () => {
  const endSession = 'https://auth.acme.example/logout'
  expect(cognito.logoutAddress(settings, callback, { endSession })).toMatch(/^https:\/\/auth\.acme\.example\/logout\?/)
})

describe('endpoints that discovery publishes', () => {
  const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
  const right = { issuer, authorization: `${host}/oauth2/authorize`, jwks: `${issuer}/.well-known/jwks.json` }
  test.each<[string, object, object, string | undefined]>([
    ['as they should be', {}, {}, undefined],
    ['of a pool without a domain', { authorization: `${issuer}/authorize` }, {}, 'pool-has-no-domain'],
    ['none', { authorization: '' }, {}, 'pool-has-no-domain'],
    ['on a custom domain', { authorization: 'https://auth.acme.com/oauth2/authorize' }, { domain: 'auth.acme.com' }, undefined],
    [
      'on a custom domain, where the prefix is configured',
      { authorization: 'https://auth.acme.com/oauth2/authorize' },
      {},
      'domain-differs',
    ],
    ['on any domain, where none is configured', { authorization: 'https://auth.acme.com/oauth2/authorize' }, { domain: '' }, undefined],
    [
      'under the pool’s newer name, with keys under its first',
      { issuer: issuer.replace('cognito-idp', 'issuer-cognito-idp') },
      {},
      undefined,
    ],
    [
      'of a pool without a domain, under its other name',
      { issuer: issuer.replace('cognito-idp', 'issuer-cognito-idp'), authorization: `${issuer}/authorize` },
      {},
      'pool-has-no-domain',
    ],
    ['with somebody else’s keys', { jwks: 'https://evil.example/jwks.json' }, {}, 'answer-unreadable'],
    [
      'with keys that the settings put elsewhere',
      { jwks: 'https://x.example/' },
      { endpoints: { jwks: 'https://proxy.example/' } },
      undefined,
    ],
    ['overruled', { authorization: '' }, { endpoints: { authorization: 'https://proxy.example/authorize' } }, undefined],
  ])('%s', (_, found, over, code) => {
    expect(cognito.endpointProblem({ ...right, ...found }, settingsOf({ ...pool, ...over }))?.code).toBe(code)
  })
})

test('what the settings want of the sign-in page goes out under Cognito’s names, and nothing else does', () => {
  expect(cognito.requestParameters(settings)).toEqual({})
  expect(cognito.requestParameters(settingsOf({ ...pool, identityProvider: 'Entra', lang: 'pt-BR' }))).toEqual({
    identity_provider: 'Entra',
    lang: 'pt-BR',
  })
})

test('logging out goes to the settings’ own address, and keeps what stands in it', () => {
  const address = cognito.logoutAddress(settingsOf({ ...pool, endpoints: { logout: `${host}/logout?tenant=1` } }), callback)
  expect(Object.fromEntries(new URL(address ?? '').searchParams)).toEqual({ tenant: '1', client_id: '7abc', logout_uri: callback })
})

test('logging out goes to the domain by Cognito’s own parameters', () => {
  const address = new URL(cognito.logoutAddress(settings, `${callback}signed-out`) ?? '')
  expect(address.origin + address.pathname).toBe(`${host}/logout`)
  expect([...address.searchParams]).toEqual([
    ['client_id', '7abc'],
    ['logout_uri', `${callback}signed-out`],
  ])
})
