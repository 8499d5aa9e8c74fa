import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Problem, ProblemError } from '../../../src/problem'
import oidc from '../../../src/providers/oidc'
import type { CheckPorts, Subject } from '../../../src/setup/check/context'
import type { Result, Visit } from '../../../src/setup/check/result'
import { type StepName, stepsOf } from '../../../src/setup/check/steps'
import type { Findings } from '../../../src/setup/discover'
import { answers, baseUrl, checked, discovery, domain, issuer, leads, now, portsWith, redirectUri, subjectWith, trial } from './healthy'

afterEach(() => vi.unstubAllGlobals())

const outcomes = (ended: ReadonlyMap<StepName, Result>) => Object.fromEntries([...ended].map(([step, { outcome }]) => [step, outcome]))
const codeOf = (result: Result | undefined) => (result?.outcome === 'failed' ? result.fault.code : result?.outcome)

test('where all is well every step passes, and says what it saw', async () => {
  const subject = subjectWith()
  const ended = await checked(subject, portsWith())
  expect([...ended.keys()]).toEqual(stepsOf(subject))
  expect(new Set([...ended.values()].map(({ outcome }) => outcome))).toEqual(new Set(['passed']))
  expect(ended.get('confluence')).toMatchObject({ found: '9.2.2' })
  expect(ended.get('app-settings')).toMatchObject({ found: 'Log in · oauth_sso=false' })
  expect(ended.get('start')).toMatchObject({ found: domain })
  expect(ended.get('claims')).toMatchObject({ found: 'preferred_username, cognito:groups' })
  expect(ended.get('clock')).toMatchObject({ found: '± 1 s' })
})

test('the sign-in page is asked as for a sign-in by Latchkey’s own client, whose code nobody could redeem', async () => {
  const followed: string[] = []
  const follow: CheckPorts['follow'] = async (address) => {
    followed.push(address)
    return leads(address)
  }
  await checked(subjectWith({}, { scopes: ['email'], identityProvider: 'AzureAD' }), portsWith({ follow }))
  const [asked = ''] = followed.filter((address) => address.startsWith(`https://${domain}/oauth2/authorize?`))
  expect(Object.fromEntries(new URL(asked).searchParams)).toEqual({
    response_type: 'code',
    client_id: '7abc',
    redirect_uri: redirectUri,
    scope: 'openid email',
    identity_provider: 'AzureAD',
    state: expect.any(String),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
})

const astray: CheckPorts['follow'] = async (address) =>
  address.startsWith(baseUrl) ? { addresses: [address, 'https://other.example/login?token=1'], status: 200 } : leads(address)
const errorPage = (error: string) => async (address: string) => {
  const trail = leads(address)
  return address.includes('/oauth2/authorize')
    ? { addresses: [address, `https://${domain}/error?error=${error}&client_id=7abc`], status: 400 }
    : trail
}
const refusal = (error: string) => async (address: string) =>
  address.includes('/oauth2/authorize') ? { addresses: [address, `${redirectUri}?error=${error}`], status: 0 } : leads(address)
/** The pool knows the SSO app's client, but not its callback URL. */
const ofAnotherCallback: CheckPorts['follow'] = async (address) => {
  const { addresses } = leads(address)
  return address.endsWith('/oauth/auth')
    ? { addresses: [...addresses.slice(0, 2), `https://${domain}/error?error=redirect_mismatch&client_id=9wiki`], status: 400 }
    : leads(address)
}
const refused = (problem: Problem): Partial<CheckPorts> => ({ trySignIn: async () => ({ problem }) })
/** What a site tells whose miniOrange app is there but not in use. */
const switchedOff = async (): Promise<Findings> => ({
  asked: [{ path: getConfig, ending: 'switched-off' }],
  off: { app: 'miniorange', path: getConfig },
})
const getConfig = 'plugins/servlet/oauth/getconfig'
/** Nobody answers at the end of the ways that lead to the pool's sign-in pages, whose host is not there. */
const silent: CheckPorts['follow'] = async (address) => ({ addresses: leads(address).addresses.slice(0, 2), status: 0 })
const silentFrom =
  (beginning: string): CheckPorts['follow'] =>
  async (address) =>
    address.startsWith(beginning) ? silent(address) : leads(address)

/** What stands in front of the site asks for a name and a password before anything else: HTTP's own sign-in, which browsers do by themselves. */
const behindPassword: Partial<CheckPorts> = {
  get: async () => ({ status: 401, text: 'Unauthorized' }),
  follow: async (address) => (address.startsWith(baseUrl) ? { addresses: [address], status: 401, text: 'Unauthorized' } : leads(address)),
}

interface Case {
  readonly what: string
  readonly ports?: Partial<CheckPorts>
  readonly subject?: Subject
  readonly pool?: ReturnType<typeof answers>
  readonly step: StepName
  readonly code: string
}

test('a site that asks for a password first is not taken for a broken one: nobody who is not signed in gets to see what it does', async () => {
  const ended = await checked(subjectWith({ ssoApp: 'miniorange' }), portsWith(behindPassword))
  expect(ended.get('address')).toEqual({ outcome: 'passed', found: 'HTTP 401' })
  expect(ended.get('confluence')).toMatchObject({ outcome: 'skipped' })
  expect(ended.get('start')).toEqual({ outcome: 'skipped', because: 'password-first' })
})

const cases: readonly Case[] = [
  { what: 'a host that the browser has not allowed', ports: { isGranted: async () => false }, step: 'grants', code: 'site-not-granted' },
  { what: 'a site that is down', ports: { get: async () => ({ failed: 'no-connection' }) }, step: 'address', code: 'site-silent' },
  { what: 'a site in trouble', ports: { get: async () => ({ status: 503, text: '' }) }, step: 'address', code: 'site-ill' },
  {
    what: 'another product',
    ports: { get: async () => ({ status: 200, text: '<title>Jira</title>' }) },
    step: 'confluence',
    code: 'not-confluence',
  },
  {
    what: 'another product on a host that is called after Confluence',
    ports: {
      get: async () => ({
        status: 200,
        text: '<manifest><typeId>jira</typeId><version>9.4.0</version><url>https://confluence.acme.com/jira</url></manifest>',
      }),
    },
    step: 'confluence',
    code: 'not-confluence',
  },
  {
    what: 'an address without its context path',
    ports: { get: async (address) => (address === baseUrl ? { failed: 'led-elsewhere' } : { status: 404, text: 'Not Found' }) },
    step: 'confluence',
    code: 'not-confluence',
  },
  { what: 'an app that nobody knows', ports: { discover: async () => ({ asked: [] }) }, step: 'app', code: 'app-unknown' },
  { what: 'an app that is switched off', ports: { discover: switchedOff }, step: 'app', code: 'app-off' },
  {
    what: 'an app that is set, and is switched off',
    subject: subjectWith({ ssoApp: 'miniorange' }),
    ports: { discover: switchedOff },
    step: 'app',
    code: 'app-off',
  },
  {
    what: 'an app that was switched off since it was asked last',
    ports: { discover: switchedOff, known: async () => ({ ssoApp: 'miniorange' }) },
    step: 'app',
    code: 'app-off',
  },
  {
    what: 'several providers of which none is chosen',
    ports: { discover: async () => ({ asked: [], known: { ssoApp: 'atlassian', choices: [] } }) },
    step: 'app-settings',
    code: 'app-several',
  },
  { what: 'a start that nobody knows', ports: { start: async () => undefined }, step: 'start', code: 'start-unknown' },
  { what: 'a start that leads elsewhere', ports: { follow: astray }, step: 'start', code: 'start-astray' },
  {
    what: 'a start that leads to sign-in pages that nobody serves',
    ports: { follow: silentFrom(baseUrl) },
    step: 'start',
    code: 'provider-unreachable',
  },
  {
    what: 'a start of which nothing is seen',
    ports: { follow: async (address) => (address.startsWith(baseUrl) ? undefined : leads(address)) },
    step: 'start',
    code: 'start-astray',
  },
  {
    what: 'an SSO app whose callback its client does not list',
    ports: { follow: ofAnotherCallback },
    step: 'start',
    code: 'redirect-mismatch',
  },
  { what: 'a pool that is half filled in', subject: subjectWith({}, { clientId: '' }), step: 'pool', code: 'not-configured' },
  {
    what: 'a pool that does not exist',
    pool: answers({ [`${issuer}/.well-known/openid-configuration`]: undefined }),
    step: 'discovery',
    code: 'answer-unreadable',
  },
  {
    what: 'a pool of another name',
    pool: answers({ [`${issuer}/.well-known/openid-configuration`]: { ...discovery, issuer: 'https://x.example' } }),
    step: 'issuer',
    code: 'issuer-differs',
  },
  {
    what: 'another domain',
    subject: subjectWith({}, { domain: 'auth.acme.com' }),
    ports: { isGranted: async (address) => !address.includes('auth.acme.com') },
    step: 'domain',
    code: 'domain-differs',
  },
  {
    what: 'a pool without a domain',
    pool: answers({ [`${issuer}/.well-known/openid-configuration`]: { ...discovery, authorization_endpoint: '' } }),
    step: 'domain',
    code: 'pool-has-no-domain',
  },
  {
    what: 'keys that are none',
    pool: answers({
      [`${issuer}/other.json`]: { keys: [] },
      [`${issuer}/.well-known/openid-configuration`]: { ...discovery, jwks_uri: `${issuer}/other.json` },
    }),
    step: 'keys',
    code: 'keys-useless',
  },
  {
    what: 'a callback URL that is not listed',
    ports: { follow: errorPage('redirect_mismatch') },
    step: 'client',
    code: 'redirect-mismatch',
  },
  {
    what: 'a sign-in page that does not answer',
    ports: { follow: silentFrom(`https://${domain}/oauth2/authorize`) },
    step: 'client',
    code: 'provider-unreachable',
  },
  {
    what: 'a sign-in page of which nothing is seen',
    ports: { follow: async (address) => (address.includes('/oauth2/authorize') ? undefined : leads(address)) },
    step: 'client',
    code: 'provider-unreachable',
  },
  {
    what: 'a sign-in page in trouble of its own',
    ports: {
      follow: async (address) => (address.includes('/oauth2/authorize') ? { addresses: [address], status: 503 } : leads(address)),
    },
    step: 'client',
    code: 'sign-in-page-failed',
  },
  { what: 'a client that the pool does not know', ports: { follow: errorPage('invalid_request') }, step: 'client', code: 'unknown-client' },
  { what: 'a client without the code grant', ports: { follow: refusal('unauthorized_client') }, step: 'client', code: 'grant-not-allowed' },
  { what: 'a scope that is refused', ports: { follow: refusal('invalid_scope') }, step: 'scopes', code: 'scope-refused' },
  { what: 'a window that is closed', ports: refused({ code: 'sign-in-cancelled' }), step: 'sign-in', code: 'sign-in-cancelled' },
  {
    what: 'a client with a secret',
    ports: refused({ code: 'client-has-secret', clientId: '7abc' }),
    step: 'token',
    code: 'client-has-secret',
  },
  { what: 'a token for somebody else', ports: refused({ code: 'token-refused', failed: ['aud'] }), step: 'token', code: 'token-refused' },
  {
    what: 'a scope that is not granted',
    ports: { trySignIn: async () => ({ ...trial, scopes: ['openid'] }) },
    step: 'token',
    code: 'scopes-withheld',
  },
  {
    what: 'a signature by somebody else',
    ports: refused({ code: 'token-refused', failed: ['signature'] }),
    step: 'signature',
    code: 'token-refused',
  },
  {
    what: 'a userInfo that is silent',
    ports: {
      trySignIn: async () => {
        const { userInfo: _, ...rest } = trial
        return rest
      },
    },
    step: 'userinfo',
    code: 'userinfo-silent',
  },
  {
    what: 'a claim that is not there',
    ports: { trySignIn: async () => ({ ...trial, claims: { sub: '1' } }) },
    step: 'claims',
    code: 'claims-missing',
  },
  {
    what: 'a sign-out URL that is not listed',
    ports: { follow: async (address) => (address.includes('/logout?') ? { addresses: [address], status: 400 } : leads(address)) },
    step: 'logout',
    code: 'logout-refused',
  },
  {
    what: 'a logout that does not answer',
    ports: { follow: async (address) => (address.includes('/logout?') ? undefined : leads(address)) },
    step: 'logout',
    code: 'provider-unreachable',
  },
  {
    what: 'a logout that ends on an error page',
    ports: {
      follow: async (address) =>
        address.includes('/logout?')
          ? { addresses: [address, `https://${domain}/error?error=redirect_mismatch`], status: 200 }
          : leads(address),
    },
    step: 'logout',
    code: 'logout-refused',
  },
  {
    what: 'a clock that is wrong',
    ports: {
      get: async () => ({ status: 200, text: '<typeId>confluence</typeId>', serverTime: now - 600 }),
    },
    step: 'clock',
    code: 'clock-wrong',
  },
]

describe('what is wrong is found by the step that it belongs to', () => {
  test.each(cases)('$what', async ({ ports = {}, subject = subjectWith(), pool = answers(), step, code }) => {
    const ended = await checked(subject, portsWith(ports), pool)
    expect(codeOf(ended.get(step))).toBe(code)
    expect([...ended.keys()]).toEqual(stepsOf(subject))
    const failures = [...ended].filter(([, { outcome }]) => outcome === 'failed').map(([name]) => name)
    expect(failures, 'and by no other step').toEqual([step])
  })
})

test('a callback URL that the SSO app’s client does not list is named, with that client: neither is Latchkey’s', async () => {
  expect((await checked(subjectWith(), portsWith({ follow: ofAnotherCallback }))).get('start')).toMatchObject({
    fault: { callback: `${baseUrl}plugins/servlet/oauth/callback`, clientId: '9wiki' },
  })
})

test('what depends on a failed step is left out, and what does not is checked all the same', async () => {
  const ended = await checked(subjectWith(), portsWith({ get: async () => ({ failed: 'no-connection' }) }))
  expect(outcomes(ended)).toMatchObject({ confluence: 'skipped', app: 'skipped', start: 'skipped', discovery: 'passed', logout: 'passed' })
})

test('nobody signs in where that was not asked for, or where it could only fail', async () => {
  const trySignIn = vi.fn(async () => trial)
  expect((await checked({ ...subjectWith(), withSignIn: false }, portsWith({ trySignIn }))).get('sign-in')).toEqual({
    outcome: 'skipped',
    because: 'no-sign-in',
  })
  await checked(subjectWith(), portsWith({ trySignIn, follow: errorPage('redirect_mismatch') }))
  expect(trySignIn).not.toHaveBeenCalled()
})

test('a domain that may not be read is named, so that it can be allowed, and everything else is checked', async () => {
  const isGranted = async (address: string) => !address.includes(domain)
  const ended = await checked(subjectWith(), portsWith({ isGranted }))
  for (const step of ['start', 'client', 'scopes', 'logout'] as const)
    expect(ended.get(step)).toEqual({ outcome: 'skipped', because: 'no-grant', found: `https://${domain}` })
  expect(ended.get('sign-in')?.outcome).toBe('passed')
})

test('a site whose logout ends the pool’s session needs its own sign-out URL as well', async () => {
  const own = `${baseUrl}login.action?logout=true`
  const follow: CheckPorts['follow'] = async (address) =>
    address.includes(encodeURIComponent(own)) ? { addresses: [address], status: 400 } : leads(address)
  expect((await checked(subjectWith(), portsWith({ follow }))).get('logout')?.outcome).toBe('passed')
  expect((await checked(subjectWith({ logout: { mode: 'cognito' } }), portsWith({ follow }))).get('logout')).toMatchObject({
    fault: { code: 'logout-refused', logoutUri: own },
  })
})

test('a provider that asks people first whether they want to log out has not refused', async () => {
  const { pool } = subjectWith({}, { kind: 'oidc', domain: '', endpoints: { issuer, logout: `${issuer}/logout` } })
  if (!pool) throw new TypeError('no subject')
  const follow: CheckPorts['follow'] = async (address) =>
    address.includes('/logout?') ? { addresses: [address], status: 200, text: 'Do you want to log out?' } : leads(address)
  const ended = await checked({ pool: { ...pool, provider: oidc }, withSignIn: false }, portsWith({ follow }))
  expect(ended.get('logout')).toEqual({ outcome: 'skipped', because: 'not-told' })
})

test('a pool alone and a site alone can be checked', async () => {
  const { pool, site } = subjectWith()
  if (!pool || !site) throw new TypeError('no subject')
  const alone = await checked({ pool, withSignIn: true }, portsWith())
  expect([...alone.keys()]).not.toContain('grants')
  expect(alone.get('logout')?.outcome).toBe('passed')
  const ended = await checked({ site, withSignIn: true }, portsWith())
  for (const step of ['start', 'discovery'] as const) expect(ended.get(step)).toEqual({ outcome: 'skipped', because: 'no-pool' })
})

test.each([
  ['mail; preferred_username ', 'passed'],
  ['mail;e-mail', 'failed'],
])('of a list of attributes such as %j one is enough', async (email, outcome) => {
  const site = { mapping: { username: ' sub', email, groups: { enabled: false } } }
  expect((await checked(subjectWith(site), portsWith())).get('claims')).toMatchObject(
    outcome === 'passed' ? { outcome } : { fault: { code: 'claims-missing', claims: [email] } },
  )
})

test('a template of the mapping needs every claim in it', async () => {
  const spell: CheckPorts['spell'] = (claims) => Object.keys(claims).map((name) => `\${${name}}`)
  const site = { mapping: { username: '${preferred_username}@${tenant}', groups: { enabled: false } } }
  expect((await checked(subjectWith(site), portsWith({ spell }))).get('claims')).toMatchObject({
    fault: { code: 'claims-missing', claims: ['${preferred_username}@${tenant}'] },
  })
})

test.each<[string, Partial<CheckPorts>, object]>([
  ['that is set', {}, { ssoApp: 'resolution' }],
  ['that the login page showed', { known: async () => ({ ssoApp: 'resolution' }) }, {}],
])('an app %s is not taken for another one that nobody uses', async (_, ports, site) => {
  const ended = await checked(subjectWith(site), portsWith({ discover: switchedOff, ...ports }))
  expect(ended.get('app')).toEqual({ outcome: 'passed', found: 'resolution' })
  expect(ended.get('start')?.outcome).toBe('passed')
})

describe('where single sign-on has to lead is known without the pool’s domain', () => {
  const from = (pool: object, answered = answers()) => {
    const granted: string[] = []
    const isGranted = async (address: string) => granted.push(new URL(address).host) > 0
    const ended = checked(subjectWith({}, { domain: '', ...pool }), portsWith({ isGranted }), answered)
    return ended.then((all) => ({ start: all.get('start'), granted }))
  }
  const discoveryAt = `${issuer}/.well-known/openid-configuration`

  test('from what the pool publishes', async () => {
    expect((await from({})).start).toEqual({ outcome: 'passed', found: domain })
  })

  test('from the sign-in page that is set in its place', async () => {
    const elsewhere = { ...discovery, authorization_endpoint: 'https://public.acme.com/oauth2/authorize' }
    const endpoints = { authorization: discovery.authorization_endpoint }
    expect((await from({ endpoints }, answers({ [discoveryAt]: elsewhere }))).start).toEqual({ outcome: 'passed', found: domain })
  })

  test('and where the pool says nothing, nothing is said of it, and no leave is asked for', async () => {
    const { start, granted } = await from({}, answers({ [discoveryAt]: undefined }))
    expect(start).toEqual({ outcome: 'skipped', because: 'not-told' })
    expect(granted).not.toContain(new URL(issuer).host)
  })
})

test('an identity provider behind the pool that tells us nothing is beyond what is checked', async () => {
  const follow: CheckPorts['follow'] = async (address) => ({
    addresses: [...leads(address).addresses.slice(0, -1), 'https://idp.acme.example/saml'],
    status: 0,
  })
  const { start, client, scopes } = outcomes(await checked(subjectWith(), portsWith({ follow })))
  expect([start, client, scopes]).toEqual(['passed', 'passed', 'passed'])
})

describe('this computer’s clock', () => {
  const withTimes = async (wiki: number | undefined, pool: number | undefined) => {
    const get: CheckPorts['get'] = async () => ({
      ...{ status: 200, text: '<typeId>confluence</typeId>' },
      ...(wiki !== undefined && { serverTime: now + wiki }),
    })
    return (await checked(subjectWith(), portsWith({ get }), answers(), pool === undefined ? undefined : now + pool)).get('clock')
  }

  test('is right where the pool says so, whatever the wiki says', async () => {
    expect(await withTimes(-3600, 2)).toEqual({ outcome: 'passed', found: '± 2 s' })
  })

  test('is right where the wiki says so, whatever the pool says', async () => {
    expect(await withTimes(1, -3600)).toEqual({ outcome: 'passed', found: '± 1 s' })
  })

  test('is wrong by the pool’s time where nobody agrees with it, else by the wiki’s', async () => {
    expect(await withTimes(-600, -3600)).toMatchObject({ fault: { code: 'clock-wrong', seconds: 3600 } })
    expect(await withTimes(-600, undefined)).toMatchObject({ fault: { code: 'clock-wrong', seconds: 600 } })
  })
})

test('a start page that is too long to be read is an answer', async () => {
  const get: CheckPorts['get'] = async (address) => (address === baseUrl ? { failed: 'too-large' } : portsWith().get(address))
  expect(outcomes(await checked(subjectWith(), portsWith({ get })))).toMatchObject({ address: 'passed', confluence: 'passed' })
})

test.each<Visit>([{ status: 403, text: 'Forbidden' }, { status: 401, text: '' }, { failed: 'led-elsewhere' }])(
  'a Confluence that tells strangers nothing is not called another product: %j',
  async (visit) => {
    const ended = await checked(subjectWith(), portsWith({ get: async () => visit }))
    expect(ended.get('confluence')).toEqual({ outcome: 'skipped', because: 'not-told' })
    expect(ended.get('start')?.outcome).toBe('passed')
  },
)

test('a background that dies over the sign-in fails that step, and the check goes on', async () => {
  const trySignIn = () => Promise.reject(new ProblemError({ code: 'sign-in-interrupted' }))
  const ended = await checked(subjectWith(), portsWith({ trySignIn }))
  expect(codeOf(ended.get('sign-in'))).toBe('sign-in-interrupted')
  expect(outcomes(ended)).toMatchObject({ token: 'skipped', claims: 'skipped', logout: 'passed', clock: 'passed' })
})
