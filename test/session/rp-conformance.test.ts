import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Outcome } from '../../src/session/outcome'
import { renew } from '../../src/session/renew'
import type { Session } from '../../src/session/session'
import { signIn } from '../../src/session/sign-in'
import { signOut } from '../../src/session/sign-out'
import { portsFor } from './browser-ports'
import { misbehavingOp, type Seen } from './misbehaving-op'
import type { Mutation } from './mutation'
import { plainSettings, plainProvider as provider } from './plain-provider'
import { isWithoutVectors, vectors } from './vectors'

/** @see https://openid.net/certification/connect_rp_testing/ */
interface Case {
  readonly id: string
  readonly mutation: readonly Mutation[]
  readonly our_expect: string
}

const { cases } = vectors<{ cases: readonly Case[] }>('rp-conformance/rp-conformance.json', { cases: [] })
const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'
const clientId = 'latchkey'

/** Cases under their whole ids. */
const named = (all: readonly Case[]) => all.map((each) => [each.id, each] as const)

afterEach(() => vi.unstubAllGlobals())

function scene({ id, mutation }: Case) {
  const issuer = `https://op.example/${id}`
  const op = misbehavingOp(issuer, clientId, mutation)
  vi.stubGlobal('fetch', op.fetch)
  const { ports } = portsFor(redirectUri, async (url) => op.visit(url))
  const settings = plainSettings(issuer, clientId)
  return { op, ports, settings, login: () => signIn(settings, provider, ports) }
}

/** What was asked, in order, without the keys, which may be read again at any time. */
const path = (seen: readonly Seen[]) => seen.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== 'jwks')
const whole = ['discovery', 'authorization', 'token', 'userinfo']
const renewal = ['discovery', 'token', 'userinfo']

/** The endpoint that showed the provider's fault: nothing may be asked after it. */
const faultyEndpoints: Readonly<Record<string, string>> = { metadata: 'discovery', authz_response: 'authorization', userinfo: 'userinfo' }
const stopsAt = ({ mutation }: Case) => faultyEndpoints[mutation.at(-1)?.at ?? ''] ?? 'token'

function sessionOf(outcome: Outcome): Session {
  if (!('session' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.session
}

async function renewed({ login, settings, ports }: ReturnType<typeof scene>): Promise<Outcome> {
  const { refreshToken = '', ...session } = sessionOf(await login())
  return renew({ session: { ...session, refreshToken }, settings, provider, ports })
}

const isRenewal = ({ id }: Case) => id.includes('refresh-token')
const isRotation = ({ id }: Case) => id.includes('key-rotation')

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases: what must be accepted', () => {
  const accepted = cases.filter(({ our_expect }) => our_expect === 'accept')
  test('there are 15', () => expect(accepted).toHaveLength(15))

  test.each(named(accepted))('%s', async (_, each) => {
    const given = scene(each)
    const outcome = isRenewal(each) ? await renewed(given) : await given.login()
    expect(sessionOf(outcome)).toMatchObject({ verification: { verified: true }, userInfo: { sub: 'user-1' } })
    expect(path(given.op.seen)).toEqual(isRenewal(each) ? [...whole, ...renewal] : whole)
    expectGoodManners(given.op.seen)
    if (isRotation(each)) await expectSecondLogin(given)
  })
})

/** Scopes, nonce, state and S256 go out; tokens travel in headers and bodies alone; there is no secret. */
function expectGoodManners(seen: readonly Seen[]): void {
  const asked = seen.find(({ endpoint }) => endpoint === 'authorization')?.url.searchParams
  expect(asked?.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['openid', 'profile', 'email']))
  expect(asked?.get('code_challenge_method')).toBe('S256')
  for (const name of ['nonce', 'state', 'code_challenge']) expect(asked?.get(name)).toMatch(/^.{16,}$/)
  for (const { endpoint, url, headers, form } of seen) {
    if (endpoint !== 'authorization') expect(url.search).toBe('')
    expect(form.has('client_secret')).toBe(false)
    if (endpoint === 'userinfo') expect(headers.get('authorization')).toMatch(/^Bearer ./)
    else expect(headers.has('authorization')).toBe(false)
  }
}

async function expectSecondLogin({ op, login }: ReturnType<typeof scene>): Promise<void> {
  expect(sessionOf(await login()).verification.verified).toBe(true)
  expect(
    op.seen.filter(({ endpoint }) => endpoint === 'jwks'),
    'once for each key',
  ).toHaveLength(2)
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases: what must be refused, and nothing asked after it', () => {
  const refused = cases.filter(({ our_expect }) => our_expect === 'reject')
  test('there are 28', () => expect(refused).toHaveLength(28))

  test.each(named(refused))('%s', async (_, each) => {
    const given = scene(each)
    const outcome = isRenewal(each) ? await renewed(given) : await given.login()
    expect(outcome).toHaveProperty('problem')
    expect(outcome).not.toHaveProperty('session')
    const legal = isRenewal(each) ? [...whole, ...renewal.slice(0, 2)] : whole.slice(0, whole.indexOf(stopsAt(each)) + 1)
    expect(path(given.op.seen)).toEqual(legal)
    expectRightWords(each, outcome)
  })
})

/** A fault of a claim is found in that claim. */
function expectRightWords({ mutation }: Case, outcome: Outcome): void {
  const claims = mutation.filter(({ at }) => at.endsWith('id_token.claims')).map(({ key }) => key)
  if (claims.length) expect(outcome).toMatchObject({ problem: { code: 'token-refused', failed: claims } })
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s logout cases, adapted: whatever comes back, the sign-out is done', () => {
  const adapted = cases.filter(({ our_expect }) => our_expect === 'adapted')
  test.each(named(adapted))('%s', async (_, each) => {
    const given = scene(each)
    const session = sessionOf(await given.login())
    const back = async () => `${redirectUri}signed-out${each.id.endsWith('other-state') ? '?state=other' : ''}`
    const leaving = { session, settings: given.settings, provider, ports: { ...given.ports, openAuthWindow: back } }
    expect(await signOut(leaving)).toBeUndefined()
    expect(path(given.op.seen).at(-1)).toBe('revocation')
  })
})

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s case that is for clients with a secret', () => {
  const inapplicable = cases.filter(({ our_expect }) => our_expect === 'n/a')
  test.each(named(inapplicable))('%s does not apply: a public client sends none', async (_, each) => {
    const { op, login } = scene(each)
    sessionOf(await login())
    expectGoodManners(op.seen)
  })
})
