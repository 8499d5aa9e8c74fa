import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import provider from '../../src/providers/oidc'
import { type Renewable, renew } from '../../src/session/renew'
import { signIn } from '../../src/session/sign-in'
import { portsFor } from './browser-ports'
import { misbehavingOp } from './misbehaving-op'
import type { Mutation } from './mutation'
import { oidcSettings } from './oidc-settings'

afterEach(() => vi.unstubAllGlobals())

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
  const { ports } = portsFor('https://latchkey.chromiumapp.org/', async (url) => op.visit(url))
  return { op, parties: { settings: oidcSettings(issuer, 'latchkey'), provider, ports } }
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
