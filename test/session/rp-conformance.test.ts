import { afterEach, describe, expect, test, vi } from 'vitest'
import provider from '../../src/providers/oidc'
import type { Outcome } from '../../src/session/outcome'
import { renew } from '../../src/session/renew'
import type { Session } from '../../src/session/session'
import { signIn } from '../../src/session/sign-in'
import { signOut } from '../../src/session/sign-out'
import { expectGoodManners } from '../conformance/good-manners'
import { recordFor } from '../conformance/record'
import { casesThat, isRenewal, isRotation, legalPath, pathOf, type RpCase } from '../conformance/rp-cases'
import { portsFor } from './browser-ports'
import { misbehavingOp } from './misbehaving-op'
import { oidcSettings } from './oidc-settings'
import { idle } from './real-work'
import { isWithoutVectors } from './vectors'

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'
const clientId = 'latchkey'

const record = recordFor('core', 'rp')

afterEach(() => vi.unstubAllGlobals())

function scene({ id, mutation }: RpCase) {
  const issuer = `https://op.example/${id}`
  const op = misbehavingOp(issuer, clientId, mutation)
  vi.stubGlobal('fetch', op.fetch)
  const { ports } = portsFor(redirectUri, async (url) => op.visit(url))
  const settings = oidcSettings(issuer, clientId)
  return { op, ports, settings, login: () => signIn(settings, provider, ports) }
}

function sessionOf(outcome: Outcome): Session {
  if (!('session' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.session
}

async function renewed({ login, settings, ports }: ReturnType<typeof scene>): Promise<Outcome> {
  const { refreshToken = '', ...session } = sessionOf(await login())
  return renew({ ...session, refreshToken }, { settings, provider, ports })
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases: what must be accepted', () => {
  const accepted = casesThat('accept')
  test('there are 15', () => expect(accepted).toHaveLength(15))

  test.each(accepted)('%s', async (_, each) => {
    record.thisTest(each.id)
    const given = scene(each)
    const outcome = isRenewal(each) ? await renewed(given) : await given.login()
    expect(sessionOf(outcome)).toMatchObject({ verification: { verified: true }, userInfo: { sub: 'user-1' } })
    expect(pathOf(given.op.seen)).toEqual(legalPath(each))
    expectGoodManners(given.op.seen)
    if (isRotation(each)) await expectSecondLogin(given)
  })
})

async function expectSecondLogin({ op, login }: ReturnType<typeof scene>): Promise<void> {
  expect(sessionOf(await login()).verification.verified).toBe(true)
  expect(op.keysGiven.length).toBeGreaterThan(1)
  expect(op.keysGiven, 'read once for each key').toEqual([...new Set(op.keysGiven)])
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases: what must be refused, and nothing asked after it', () => {
  const refused = casesThat('reject')
  test('there are 28', () => expect(refused).toHaveLength(28))

  test.each(refused)('%s', async (_, each) => {
    record.thisTest(each.id)
    const given = scene(each)
    const outcome = isRenewal(each) ? await renewed(given) : await given.login()
    expect(outcome).toHaveProperty('problem')
    expect(outcome).not.toHaveProperty('session')
    await idle()
    expect(pathOf(given.op.seen)).toEqual(legalPath(each))
    expectRightWords(each, outcome)
  })
})

/** A fault of a claim is found in that claim. */
function expectRightWords({ mutation }: RpCase, outcome: Outcome): void {
  const claims = mutation.filter(({ at }) => at.endsWith('id_token.claims')).map(({ key }) => key)
  if (claims.length) expect(outcome).toMatchObject({ problem: { code: 'token-refused', failed: claims } })
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s logout cases, adapted: whatever comes back, the sign-out is done', () => {
  const adapted = casesThat('adapted')
  test.each(adapted)('%s', async (_, each) => {
    record.thisTest(each.id)
    const given = scene(each)
    const session = sessionOf(await given.login())
    const back = async () => `${redirectUri}signed-out${each.id.endsWith('other-state') ? '?state=other' : ''}`
    const parties = { settings: given.settings, provider, ports: { ...given.ports, openAuthWindow: back } }
    expect(await signOut({ ...session, endSession: 'https://login.op.example/logout' }, parties)).toBeUndefined()
    expect(pathOf(given.op.seen).at(-1)).toBe('revocation')
  })
})

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s case that is for clients with a secret', () => {
  const inapplicable = casesThat('n/a')
  test.each(inapplicable)('%s does not apply: a public client sends none', async (_, each) => {
    record.thisTest(each.id)
    const { op, login } = scene(each)
    sessionOf(await login())
    expectGoodManners(op.seen)
  })
})
