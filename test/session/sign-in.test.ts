import { describe, expect, test } from 'vitest'
import type { Wish } from '../../src/session/begin'
import { callback, type Scene } from '../stand-ins/cognito/scene'
import { failing } from './browser-ports'
import { cognitoAttempts } from './cognito-attempts'

const { attempt, cognito, visited, forgetVisits, somebody, person } = cognitoAttempts()

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

test.each<[string, object, Wish, Record<string, string | null>]>([
  ['nothing', {}, { interactive: true }, { identity_provider: null, login_hint: null, lang: null, prompt: null }],
  ['the provider behind the pool', { identityProvider: 'Google' }, { interactive: true }, { identity_provider: 'Google' }],
  ['a scope that is asked for anyway', { scopes: ['email', 'openid'] }, { interactive: true }, { scope: 'openid email' }],
  ['a user name', { loginHint: 'ann@acme.example' }, { interactive: true }, { login_hint: 'ann@acme.example' }],
  ['a language', { lang: 'pt-BR' }, { interactive: true }, { lang: 'pt-BR' }],
  ['to choose the account', { prompt: 'select_account' }, { interactive: true }, { prompt: 'select_account' }],
  ['another account', {}, { interactive: true, afresh: true }, { prompt: 'login' }],
  ['another account', { prompt: 'login' }, { interactive: true, afresh: true }, { prompt: 'login' }],
  ['another account, to be chosen', { prompt: 'select_account' }, { interactive: true, afresh: true }, { prompt: 'login select_account' }],
  ['another account than the usual', { loginHint: 'ann@acme.example' }, { interactive: true, afresh: true }, { login_hint: null }],
  ['no window', { prompt: 'login' }, { interactive: false }, { prompt: 'none' }],
])('where %s is wanted, the sign-in page is told so', async (_, over, wish, wanted) => {
  const { asked } = await attempt(over, failing('sign-in-cancelled'), {}, wish)
  const { url = '', interactive } = asked.at(-1) ?? {}
  for (const [name, value] of Object.entries(wanted)) expect(new URL(url).searchParams.get(name), name).toBe(value)
  expect(interactive).toBe(wish.interactive)
})

describe('whoever wants another account', () => {
  const wish = { interactive: true, afresh: true }
  const paths = (asked: readonly { url: string; interactive: boolean }[]) =>
    asked.map(({ url, interactive }) => `${new URL(url).pathname} ${interactive ? 'shown' : 'hidden'}`)

  test('is forgotten by Cognito first, whose classic pages would bring the same one back, and is asked', async () => {
    const { visit, signIn } = somebody()
    await attempt({}, signIn)
    expect((await attempt({}, visit, {}, { interactive: false })).outcome, 'Cognito knows them').toHaveProperty('session')
    const { outcome, asked } = await attempt({}, (url) => (url.includes('/logout?') ? visit(url) : signIn(url)), {}, wish)
    expect(outcome).toHaveProperty('session')
    expect(paths(asked)).toEqual(['/logout hidden', '/oauth2/authorize shown'])
    expect(new URL(asked[0]?.url ?? '').searchParams.get('logout_uri')).toBe(`${callback}signed-out`)
  })

  test('is asked all the same where the sign-out URL is not allowed', async () => {
    const visit = (url: string) => (url.includes('/logout?') ? failing('sign-in-page-failed')() : person('ann')(url))
    const { outcome, asked } = await attempt({}, visit, {}, wish)
    expect(outcome).toHaveProperty('session')
    expect(paths(asked)).toEqual(['/logout hidden', '/oauth2/authorize shown'])
  })
})

test('whoever is signed in at Cognito is signed in without a window, and whoever is not is not', async () => {
  const { visit, signIn } = somebody()
  expect((await attempt({}, visit, {}, { interactive: false })).outcome).toMatchObject({ problem: { code: 'login-required' } })
  await attempt({}, signIn)
  const { outcome, asked } = await attempt({}, visit, {}, { interactive: false })
  expect(outcome).toMatchObject({ session: { claims: { 'cognito:username': 'ann' } } })
  expect(asked).toHaveLength(1)
})

test.each<[string, Parameters<Scene['cognito']['mischief']['spoilIdTokens']>[0], readonly string[]]>([
  ['signed by a stranger', { signature: 'stranger' }, ['signature']],
  ['with a damaged signature', { signature: 'flipped' }, ['signature']],
  ['of another issuer', { payload: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' } }, ['iss']],
  ['for another client', { payload: { aud: 'somebodyelse' } }, ['aud']],
  ['with another nonce', { payload: { nonce: 'replayed' } }, ['nonce']],
  ['that has expired', { payload: { exp: Math.floor(Date.now() / 1000) - 3600 } }, ['exp']],
])('an ID token %s is refused, its claims are shown as unverified, and nothing more is asked', async (_, spoil, failed) => {
  const undo = cognito().mischief.spoilIdTokens(spoil)
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
  cognito().rotateKeys()
  forgetVisits()
  expect((await attempt()).outcome).toHaveProperty('session')
  expect(visited('jwks.json')).toBe(1)
  forgetVisits()
  expect((await attempt()).outcome).toHaveProperty('session')
  expect(visited('jwks.json')).toBe(0)
})

test('what is no key among the issuer’s keys keeps nobody out', async () => {
  cognito().rotateKeys() // so that keys are asked for at all
  const { issuer } = cognito().pool
  const address = `${issuer}/.well-known/jwks.json`
  const { keys } = (await (await fetch(address)).json()) as { keys: object[] }
  const [key] = keys
  const odd = [null, 'key', 5, [], {}, { ...key, kty: 1 }, { ...key, kid: 5 }, { ...key, n: 5 }, { ...key, key_ops: 5 }]
  const undo = cognito().mischief.fault('jwks', { status: 200, body: { keys: [...odd, ...keys] } }, 2)
  expect((await attempt()).outcome).toHaveProperty('session')
  undo()
})
