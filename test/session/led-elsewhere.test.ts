import { afterEach, expect, test, vi } from 'vitest'
import provider from '../../src/providers/oidc'
import { isRenewable, renew } from '../../src/session/renew'
import { signIn } from '../../src/session/sign-in'
import { revokeTokens } from '../../src/session/sign-out'
import { portsFor } from './browser-ports'
import { misbehavingOp } from './misbehaving-op'
import { oidcSettings } from './oidc-settings'

afterEach(() => vi.unstubAllGlobals())

const clientId = 'latchkey'

/** A provider whose token endpoint sends everybody, with all that they bring, to another host from now on: to whom it does, and what got there. */
function leadingElsewhere(issuer: string) {
  const op = misbehavingOp(issuer, clientId, [])
  const { ports } = portsFor('https://latchkey.chromiumapp.org/', async (url) => op.visit(url))
  const elsewhere: string[] = []
  let isLeading = false
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    if (!isLeading || !request.url.endsWith('/token')) return op.fetch(request)
    // As browsers have it: what is not followed has no status and says nothing; a 307 takes the body along.
    if (request.redirect === 'manual') return Response.error()
    elsewhere.push(await request.text())
    return Response.json({})
  })
  const lead = () => {
    isLeading = true
  }
  return { parties: { settings: oidcSettings(issuer, clientId), provider, ports }, op, elsewhere, lead }
}

test('a code and its verifier go to no other host, though the token endpoint leads there', async () => {
  const { parties, elsewhere, lead } = leadingElsewhere('https://op.example/code')
  lead()
  const outcome = await signIn(parties.settings, provider, parties.ports)
  expect(elsewhere).toEqual([])
  expect(outcome).toEqual({ problem: { code: 'answer-unreadable', address: 'https://op.example/code/token' } })
})

test('a refresh token goes to no other host, though the token endpoint leads there', async () => {
  const { parties, elsewhere, lead } = leadingElsewhere('https://op.example/refresh')
  const outcome = await signIn(parties.settings, provider, parties.ports)
  if (!('session' in outcome) || !isRenewable(outcome.session)) throw new Error(JSON.stringify(outcome))
  lead()
  const renewed = await renew(outcome.session, parties)
  expect(elsewhere).toEqual([])
  expect(renewed, 'it may go well a little later').toMatchObject({ problem: { code: 'answer-unreadable' } })
})

test('nothing that a sign-in, its renewal and its end ask is led elsewhere, or takes the provider’s cookies along', async () => {
  const { parties } = leadingElsewhere('https://op.example/all')
  const { fetch } = globalThis
  const asked: [redirect: string, credentials: string][] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    asked.push([request.redirect, request.credentials])
    return fetch(request)
  })
  const outcome = await signIn(parties.settings, provider, parties.ports)
  if (!('session' in outcome) || !isRenewable(outcome.session)) throw new Error(JSON.stringify(outcome))
  expect(await renew(outcome.session, parties)).toHaveProperty('session')
  await revokeTokens(outcome.session)
  expect(asked).toEqual(asked.map(() => ['manual', 'omit']))
})
