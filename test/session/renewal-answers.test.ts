import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ProblemError } from '../../src/problem'
import provider from '../../src/providers/oidc'
import { type Renewable, renew } from '../../src/session/renew'
import { beginElsewhere, finishElsewhere, signIn } from '../../src/session/sign-in'
import { portsFor } from './browser-ports'
import { misbehavingOp } from './misbehaving-op'
import type { Mutation } from './mutation'
import { oidcSettings } from './oidc-settings'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

let name = 0
let issuer = ''
// Keys are remembered by their address.
beforeEach(() => {
  name += 1
  issuer = `https://op.example/${name}`
})

function scene(mutations: readonly Mutation[] = []) {
  const op = misbehavingOp(issuer, 'latchkey', mutations)
  vi.stubGlobal('fetch', op.fetch)
  const { ports, kept } = portsFor('https://latchkey.chromiumapp.org/', async (url) => op.visit(url))
  return { op, kept, parties: { settings: oidcSettings(issuer, 'latchkey'), provider, ports } }
}

async function signedIn(): Promise<Renewable> {
  const { settings, ports } = scene().parties
  const outcome = await signIn(settings, provider, ports)
  if (!('session' in outcome)) throw new Error(JSON.stringify(outcome))
  return { refreshToken: '', ...outcome.session }
}

test('what was granted at the sign-in is still granted where a renewal says nothing of it', async () => {
  const session = await signedIn()
  expect(session.scopes).toEqual(['openid', 'email', 'profile'])
  const { parties } = scene([{ at: 'token_response', op: 'delete', key: 'scope' }])
  expect(await renew(session, parties)).toMatchObject({ session: { scopes: session.scopes } })
})

test('a provider that gives no new refresh token leaves the one that there is', async () => {
  const session = await signedIn()
  const { parties } = scene([{ at: 'token_response', op: 'delete', key: 'refresh_token' }])
  expect(await renew(session, parties)).toMatchObject({ session: { refreshToken: 'refresh-1', signedInAt: session.signedInAt } })
})

test('where the provider’s own session ends is known by its discovery document', async () => {
  const { parties } = scene([{ at: 'metadata', op: 'set', key: 'end_session_endpoint', value: 'https://op.example/logout' }])
  const { settings, ports } = parties
  expect(await signIn(settings, provider, ports)).toMatchObject({ session: { endSession: 'https://op.example/logout' } })
})

test.each<[string, unknown, string]>([
  ['is none', 'x.y.z', 'form'],
  ['did not come', undefined, 'form'],
])('a token answer whose ID token %s is a refused token', async (_, value, failed) => {
  const { parties } = scene([{ at: 'token_response', op: 'set', key: 'id_token', value }])
  const { settings, ports } = parties
  expect(await signIn(settings, provider, ports)).toMatchObject({ problem: { code: 'token-refused', failed: [failed] } })
})

test.each([7, true, ['refresh-1'], { token: 'refresh-1' }])('a refresh token that is no text, %o, is none', async (value) => {
  const { parties } = scene([{ at: 'token_response', op: 'set', key: 'refresh_token', value }])
  const outcome = await signIn(parties.settings, provider, parties.ports)
  expect(outcome).toHaveProperty('session')
  expect(outcome).not.toHaveProperty('session.refreshToken')
})

test.each([7, true, ['at'], { token: 'at' }])('an access token that is no text, %o, is sent nowhere', async (value) => {
  const { op, parties } = scene([
    { at: 'token_response', op: 'set', key: 'access_token', value },
    { at: 'id_token.claims', op: 'delete', key: 'at_hash' },
  ])
  expect(await signIn(parties.settings, provider, parties.ports)).toMatchObject({ session: { accessToken: '' } })
  expect(op.seen.filter(({ endpoint }) => endpoint === 'userinfo')).toEqual([])
})

test.each([7, true, ['openid'], { openid: true }])(
  'of a token answer whose scopes are no text, %o, nobody says that none came',
  async (value) => {
    const { parties } = scene([{ at: 'token_response', op: 'set', key: 'scope', value }])
    const problem = { code: 'answer-unreadable', address: `${issuer}/token` }
    expect(await signIn(parties.settings, provider, parties.ports)).toEqual({ problem })
  },
)

test('a code whose request is no longer pending, or has been answered before, is redeemed by nobody', async () => {
  const { op, parties } = scene()
  const { url, ...requested } = await beginElsewhere(parties, { interactive: true })
  const answer = op.visit(url)
  expect(await finishElsewhere(answer, requested, parties)).toHaveProperty('session')
  expect(await finishElsewhere(answer, requested, parties)).toEqual({ problem: { code: 'answer-not-ours' } })
  expect(op.seen.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(1)
})

test('a token endpoint that stays silent is given up after ten seconds, lest it give tokens that nobody takes', async () => {
  const { op, parties } = scene()
  let signal: AbortSignal | null | undefined
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!new Request(input).url.endsWith('/token')) return op.fetch(input, init)
    signal = init?.signal
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal?.reason as Error)))
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { settings, ports } = parties
  const outcome = signIn(settings, provider, ports)
  while (!signal) await new Promise((next) => setImmediate(next))
  await vi.advanceTimersByTimeAsync(9_999)
  expect(signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(signal?.aborted).toBe(true)
  expect(await outcome).toEqual({ problem: { code: 'provider-unreachable', address: `${issuer}/token` } })
})

test('a renewal that calls itself a new login is refused where the provider is not known to do so', async () => {
  const at = Math.floor(Date.now() / 1000)
  const { settings, ports } = scene([{ at: 'id_token.claims', op: 'set', key: 'auth_time', value: at - 100 }]).parties
  const outcome = await signIn(settings, provider, ports)
  if (!('session' in outcome)) throw new Error(JSON.stringify(outcome))
  const { parties } = scene([{ at: 'refresh.id_token.claims', op: 'set', key: 'auth_time', value: at }])
  const session = { refreshToken: '', ...outcome.session }
  expect(await renew(session, parties)).toMatchObject({ problem: { code: 'token-refused', failed: ['auth_time'] } })
  expect(await renew(session, { ...parties, provider: { ...provider, mayMoveAuthTime: true } })).toHaveProperty('session')
})

test('a sign-in elsewhere that is refused leaves nothing pending', async () => {
  const { parties, kept } = scene()
  const { url: _, ...requested } = await beginElsewhere(parties, { interactive: true })
  const refused = `https://latchkey.chromiumapp.org/?error=access_denied&state=${requested.state}`
  expect(await finishElsewhere(refused, requested, parties)).toEqual({ problem: { code: 'access-denied' } })
  expect(kept.size).toBe(0)
})

describe('storage that fails when the answer has come', () => {
  const broken = () => Promise.reject(new ProblemError({ code: 'storage-failed', message: 'IO error' }))

  test('undoes no sign-in that could do without', async () => {
    const { settings, ports } = scene().parties
    expect(await signIn(settings, provider, { ...ports, pending: { ...ports.pending, remove: broken } })).toHaveProperty('session')
  })

  test('is named where what was pending is needed, and no code is redeemed', async () => {
    const { op, parties } = scene()
    const { url, ...requested } = await beginElsewhere(parties, { interactive: true })
    const ports = { ...parties.ports, pending: { ...parties.ports.pending, remove: broken } }
    const outcome = await finishElsewhere(op.visit(url), requested, { ...parties, ports })
    expect(outcome).toEqual({ problem: { code: 'storage-failed', message: 'IO error' } })
    expect(op.seen.some(({ endpoint }) => endpoint === 'token')).toBe(false)
  })
})
