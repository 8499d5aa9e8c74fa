import { expect, test } from 'vitest'
import { callback, type Scene } from '../stand-ins/cognito/scene'
import { failing } from './browser-ports'
import { cognitoAttempts } from './cognito-attempts'

const { attempt, cognito, person, visited } = cognitoAttempts()

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
  const confidential = cognito().pool.clients[1]
  cognito().allowRedirectUri(confidential?.id ?? '', callback)
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
  cognito().rotateKeys() // so that keys are asked for at all
  const undo = cognito().mischief.fault(...fault)
  const { outcome, kept } = await attempt()
  undo()
  expect(outcome).toMatchObject({ problem: { code } })
  expect(JSON.stringify(outcome)).not.toMatch(/eyJ|code=/)
  expect(kept.size).toBe(0)
  expect(visited('/oauth2/token')).toBeLessThanOrEqual(1)
})

test('one busy moment of discovery is got over', async () => {
  const undo = cognito().mischief.fault('discovery', { status: 503 })
  expect((await attempt()).outcome).toHaveProperty('session')
  undo()
})

test('userInfo that fails is no reason to refuse a verified login; of somebody else it is', async () => {
  const undo = cognito().mischief.fault('userInfo', { status: 500 }, 2)
  expect((await attempt()).outcome).toMatchObject({ session: { verification: { verified: true } } })
  undo()
  const stranger = cognito().mischief.fault('userInfo', { status: 200, body: '{"sub":"somebody else"}' })
  expect((await attempt()).outcome).toEqual({ problem: { code: 'userinfo-of-somebody-else' } })
  stranger()
})
