import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import { signIn } from '../../src/session/sign-in'
import { signOut } from '../../src/session/sign-out'
import { resolve } from '../../src/settings/resolve'
import { callback, cognitoScene, type Scene, signedOut } from '../stand-ins/cognito/scene'
import { personNamed } from '../stand-ins/people'
import { failing, fetchOver, portsFor } from './browser-ports'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene()
})
afterAll(() => scene.world.close())
beforeEach(() => {
  vi.stubGlobal('fetch', fetchOver(scene.world.fetch))
  scene.world.visits.length = 0
})
afterEach(() => vi.unstubAllGlobals())

const pool = () => ({
  id: 'acme',
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  domain: 'acme.auth.eu-west-1.amazoncognito.com',
  clientId: scene.cognito.pool.clients[0]?.id ?? '',
})
function settingsWith(over: object = {}) {
  const { settings, complaints } = resolve({ providers: [{ ...pool(), ...over }] }, {})
  expect(complaints).toEqual([])
  const [provider] = settings.providers
  if (!provider) throw new Error('no provider')
  return provider
}
/** A person who signs in at the page that is shown to them. */
const person = (username: string) => async (url: string) => {
  const { address } = await scene.newVisitor().signIn(url, personNamed(username, scene.cognito.pool.people))
  return address.href
}
const visited = (part: string) => scene.world.visits.filter(({ path }) => path.includes(part)).length
const attempt = (over: object = {}, visit = person('ann'), ports = {}) => {
  const given = portsFor(callback, visit, ports)
  return signIn(settingsWith(over), cognito, given.ports).then((outcome) => ({ outcome, ...given }))
}

test('a person signs in, and every check of the ID token passes', async () => {
  const { outcome, asked, kept } = await attempt()
  if (!('session' in outcome)) throw new Error(outcome.problem.code)
  const { session } = outcome
  expect(session).toMatchObject({
    provider: 'acme',
    claims: { 'cognito:username': 'ann', token_use: 'id' },
    verification: { verified: true },
  })
  expect(session.verification.checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'form',
      'alg',
      'typ',
      'header',
      'signature',
      'iss',
      'aud',
      'azp',
      'sub',
      'exp',
      'iat',
      'nonce',
      'at_hash',
      'token_use',
    ]),
  )
  expect(session.userInfo?.['sub']).toBe(session.claims['sub'])
  expect(session.scopes).toEqual(expect.arrayContaining(['openid', 'email', 'profile']))
  const asking = new URL(asked[0]?.url ?? '').searchParams
  expect(asking.get('code_challenge_method')).toBe('S256')
  expect(asking.get('nonce')).toBeTruthy()
  expect(asking.get('state')).toBeTruthy()
  expect(kept.size, 'nothing stays behind').toBe(0)
})

test('the provider that the settings name is passed on', async () => {
  const { asked } = await attempt({ identityProvider: 'Google' }, failing('sign-in-cancelled'))
  expect(new URL(asked[0]?.url ?? '').searchParams.get('identity_provider')).toBe('Google')
})

test.each<[string, Parameters<Scene['cognito']['mischief']['spoilIdTokens']>[0], readonly string[]]>([
  ['signed by a stranger', { signature: 'stranger' }, ['signature']],
  ['with a damaged signature', { signature: 'flipped' }, ['signature']],
  ['of another issuer', { payload: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' } }, ['iss']],
  ['for another client', { payload: { aud: 'somebodyelse' } }, ['aud']],
  ['with another nonce', { payload: { nonce: 'replayed' } }, ['nonce']],
  ['that has expired', { payload: { exp: Math.floor(Date.now() / 1000) - 3600 } }, ['exp']],
])('an ID token %s is refused, its claims are shown as unverified, and nothing more is asked', async (_, spoil, failed) => {
  const undo = scene.cognito.mischief.spoilIdTokens(spoil)
  const { outcome, kept } = await attempt()
  undo()
  expect(outcome).toMatchObject({
    problem: { code: 'token-refused', failed },
    unverified: { claims: { 'cognito:username': 'ann' }, verification: { verified: false } },
  })
  expect(visited('/oauth2/userInfo')).toBe(0)
  expect(kept.size).toBe(0)
})

test('a key that the pool has just taken into use is fetched once more, and no oftener', async () => {
  await attempt()
  scene.cognito.rotateKeys()
  scene.world.visits.length = 0
  expect((await attempt()).outcome).toHaveProperty('session')
  expect(visited('jwks.json')).toBe(1)
  scene.world.visits.length = 0
  expect((await attempt()).outcome).toHaveProperty('session')
  expect(visited('jwks.json')).toBe(0)
})

test.each<[string, object, string]>([
  ['a missing client id', { clientId: '' }, 'not-configured'],
  ['another domain than the pool’s', { domain: 'other.auth.eu-west-1.amazoncognito.com' }, 'domain-differs'],
  ['an address that does not answer', { endpoints: { issuer: 'https://nobody.acme.example/pool' } }, 'answer-unreadable'],
  ['a scope that the client may not ask for', { scopes: ['groups'] }, 'scope-refused'],
  ['an e-mail domain that is not allowed', { allowedDomains: ['other.example'] }, 'email-domain-not-allowed'],
])('%s has its own words', async (_, over, code) => {
  expect((await attempt(over)).outcome).toMatchObject({ problem: { code } })
})

test('a client with a secret is told from other refusals', async () => {
  const confidential = scene.cognito.pool.clients[1]
  scene.cognito.allowRedirectUri(confidential?.id ?? '', callback)
  expect((await attempt({ clientId: confidential?.id })).outcome).toMatchObject({ problem: { code: 'client-has-secret' } })
  expect(visited('/oauth2/token'), 'a code is never sent twice').toBe(1)
})

test.each<[string, string, number, string]>([
  ['a callback that is not registered', '/error?error=redirect_mismatch&client_id=x', 400, 'redirect-mismatch'],
  ['a client that the pool does not know', '/error?error=invalid_request&client_id=x', 400, 'unknown-client'],
  ['a client without login pages', '/login', 403, 'login-pages-unavailable'],
  ['any other error page', '/oauth2/authorize', 500, 'sign-in-page-failed'],
])('%s is found before any window opens', async (_, path, status, code) => {
  const page = { status, url: `https://acme.auth.eu-west-1.amazoncognito.com${path}` }
  const { outcome, asked } = await attempt({}, person('ann'), { preflight: async () => page })
  expect(outcome).toMatchObject({ problem: { code } })
  expect(asked).toEqual([])
})

test.each(['sign-in-cancelled', 'sign-in-busy'] as const)('a window that ends with %s says so and leaves nothing behind', async (code) => {
  const { outcome, kept } = await attempt({}, failing(code))
  expect(outcome).toEqual({ problem: { code } })
  expect(kept.size).toBe(0)
})

test.each<[string, (answer: URL) => void]>([
  ['another state', ({ searchParams }) => searchParams.set('state', 'x')],
  ['no state', ({ searchParams }) => searchParams.delete('state')],
  ['two states', ({ searchParams }) => searchParams.append('state', 'x')],
  ['another issuer’s name', ({ searchParams }) => searchParams.set('iss', 'https://evil.example')],
  ['another path', (answer) => void Object.assign(answer, { pathname: '/other' })],
])('an answer with %s is not ours, and no token is asked for', async (_, spoil) => {
  const { outcome } = await attempt({}, async (url) => {
    const answer = new URL(await person('ann')(url))
    spoil(answer)
    return answer.href
  })
  expect(outcome).toMatchObject({ problem: { code: 'answer-not-ours' } })
  expect(visited('/oauth2/token')).toBe(0)
})

test.each<[string, Parameters<Scene['cognito']['mischief']['fault']>, string]>([
  ['discovery answers with a page of a hotel’s network', ['discovery', { status: 200, body: '<html>Welcome' }], 'answer-unreadable'],
  ['discovery is busy, twice', ['discovery', { status: 503 }, 2], 'answer-unreadable'],
  ['the pool does not exist', ['discovery', { status: 404, body: '{}' }], 'pool-not-found'],
  ['the line is cut on the way to the keys, twice', ['jwks', { cut: true }, 2], 'provider-unreachable'],
  ['the line is cut on the way to the tokens', ['token', { cut: true }], 'provider-unreachable'],
  ['the token endpoint answers with a page', ['token', { status: 200, body: '<html>' }], 'answer-unreadable'],
])('when %s, that is what is said', async (_, fault, code) => {
  scene.cognito.rotateKeys() // so that keys are asked for at all
  const undo = scene.cognito.mischief.fault(...fault)
  const { outcome, kept } = await attempt()
  undo()
  expect(outcome).toMatchObject({ problem: { code } })
  expect(JSON.stringify(outcome)).not.toMatch(/eyJ|code=/)
  expect(kept.size).toBe(0)
  expect(visited('/oauth2/token')).toBeLessThanOrEqual(1)
})

test('one busy moment of discovery is got over', async () => {
  const undo = scene.cognito.mischief.fault('discovery', { status: 503 })
  expect((await attempt()).outcome).toHaveProperty('session')
  undo()
})

test('userInfo that fails is no reason to refuse a verified login; of somebody else it is', async () => {
  const undo = scene.cognito.mischief.fault('userInfo', { status: 500 }, 2)
  expect((await attempt()).outcome).toMatchObject({ session: { verification: { verified: true } } })
  undo()
  const stranger = scene.cognito.mischief.fault('userInfo', { status: 200, body: '{"sub":"somebody else"}' })
  expect((await attempt()).outcome).toEqual({ problem: { code: 'userinfo-of-somebody-else' } })
  stranger()
})

test('signing out revokes the refresh token and ends the pool’s session at an address that it knows', async () => {
  const { outcome, ports } = await attempt()
  if (!('session' in outcome)) throw new Error('not signed in')
  const opened: string[] = []
  const leaving = { ...ports, openAuthWindow: async (url: string) => String(opened.push(url)) }
  expect(await signOut({ session: outcome.session, settings: settingsWith(), provider: cognito, ports: leaving })).toBeUndefined()
  expect(visited('/oauth2/revoke')).toBe(1)
  expect(new URL(opened[0] ?? '').searchParams.get('logout_uri')).toBe(signedOut)
  const refused = { ...ports, openAuthWindow: failing('sign-in-cancelled') }
  expect(await signOut({ session: outcome.session, settings: settingsWith(), provider: cognito, ports: refused })).toEqual({
    code: 'sign-out-incomplete',
    logoutUri: signedOut,
  })
})
