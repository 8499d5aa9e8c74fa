import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectGoodManners } from '../conformance/good-manners'
import { recordFor } from '../conformance/record'
import { casesThat, isRenewal, isRotation, legalPath, pathOf, type RpCase, rpCases } from '../conformance/rp-cases'
import { isWithoutVectors } from '../session/vectors'
import { type OpenIdProviders, openIdProviders } from '../stand-ins/openid-provider'
import { startWorld, type World } from '../stand-ins/world'
import { browserKind } from './driver/browser-kind'
import type { Driver } from './driver/driver'
import { openBrowser } from './driver/open-browser'
import { until } from './driver/until'

const clientId = 'latchkey'
const record = recordFor(browserKind, 'rp')
let world: World
let driver: Driver
let started: readonly Started[]
let lastRefusal = 0

/** A case at its own provider. */
interface Started extends ReturnType<OpenIdProviders['add']> {
  readonly each: RpCase
  /** Its id in the settings, which are stricter about length than the Foundation. */
  readonly id: string
}

beforeAll(async () => {
  if (isWithoutVectors) return
  const host = openIdProviders('op.example', clientId)
  world = await startWorld(() => [host])
  started = rpCases.map((each, index) => ({ each, id: `case-${index}`, ...host.add(`case-${index}`, each.mutation) }))
  driver = await openBrowser({ kind: browserKind, extension: `dist/demo-${browserKind}`, port: world.port, headless: true })
  const providers = started.map(({ id, issuer }) => ({
    id,
    kind: 'oidc',
    clientId,
    endpoints: { issuer, logout: `https://login.op.example/${id}/logout` },
  }))
  await driver.storageSet('local', { settings: { version: 1, sites: [], providers } })
})
afterAll(() => driver?.close().finally(world.close))

function startedFor(wanted: RpCase): Started {
  const found = started.find(({ each }) => each === wanted)
  if (!found) throw new Error(`${wanted.id} has no provider`)
  return found
}

/** Asks as the popup does; resolves when it is over, however it ended. */
const signIn = ({ id }: Started) => ask('signIn', id)
const signOut = ({ id }: Started) => ask('signOut', id)

const ask = (verb: 'signIn' | 'signOut', provider: string) =>
  driver.inExtension(
    async (browser, ...[name, id]) => void (await browser.runtime.sendMessage({ verb: name, input: [id, 'in-a-window'] })),
    verb,
    provider,
  )

/** Without an access token it is what was known of somebody whose session is over. */
interface Stored {
  readonly verification: { readonly verified: boolean }
  readonly userInfo?: { readonly sub: string }
  readonly accessToken?: string
}
interface Ended {
  readonly session: Stored | undefined
  readonly signIn: { readonly phase: string; readonly problem: { readonly code: string; readonly failed?: readonly string[] } } | undefined
}

async function stored({ id }: Started): Promise<Ended> {
  const area = await driver.storageGet('session')
  const [account] = (area[`accounts:${id}`] ?? []) as readonly Stored[]
  return { session: account?.accessToken ? account : undefined, signIn: area[`sign-in:${id}`] } as Ended
}

/** Lets the session run out, and waits until it is renewed or forgotten. */
async function renew(given: Started): Promise<void> {
  const { session } = await stored(given)
  if (!session) throw new Error('nobody is signed in')
  await driver.storageSet('session', { [`accounts:${given.id}`]: [{ ...session, expiresAt: Date.now() / 1000 }] })
  await driver.inExtension((browser, name) => browser.alarms.create(name, { when: Date.now() }), `expiry:${given.id}`)
  await until('the end of the renewal', async () => (await stored(given)).session?.accessToken !== session.accessToken)
}

/** What came over the wire, which is all that the provider has seen: nothing was asked beside it. */
function asked({ id, seen }: Started): readonly string[] {
  const visits = world.visits.filter(({ method, path }) => method !== 'OPTIONS' && path.startsWith(`/${id}/`))
  expect(visits).toHaveLength(seen.length)
  return pathOf(seen)
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases through the built extension: what must be accepted', () => {
  test.each(casesThat('accept'))('%s', async (_, each) => {
    record.thisTest(each.id)
    const given = startedFor(each)
    await signIn(given)
    if (isRenewal(each)) await renew(given)
    expect(await stored(given)).toMatchObject({ session: { verification: { verified: true }, userInfo: { sub: 'user-1' } } })
    expect(asked(given)).toEqual(legalPath(each))
    expectGoodManners(given.seen)
    if (isRotation(each)) await expectSecondLogin(given)
  })
})

async function expectSecondLogin(given: Started): Promise<void> {
  const { session: first } = await stored(given)
  await signIn(given)
  const { session, signIn: problem } = await stored(given)
  expect(problem).toBeUndefined()
  expect(session?.verification.verified).toBe(true)
  expect(session?.accessToken).not.toBe(first?.accessToken)
}

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s relying-party cases through the built extension: what must be refused', () => {
  const refused = casesThat('reject')

  test.each(refused)('%s', async (_, each) => {
    record.thisTest(each.id)
    const given = startedFor(each)
    await signIn(given)
    if (isRenewal(each)) await renew(given)
    const { session, signIn: ended } = await stored(given)
    expect(session).toBeUndefined()
    if (!isRenewal(each)) expect(ended).toMatchObject({ phase: 'failed', problem: { code: expect.any(String) } })
    expectRightWords(each, ended)
    expect(asked(given)).toEqual(legalPath(each))
    lastRefusal = performance.now()
  })

  // The Foundation's own suite waits as long before it believes that nothing more is asked.
  test('five seconds later nothing has been asked after any refusal', async () => {
    await until('five seconds to pass', async () => performance.now() - lastRefusal > 5000)
    for (const [id, each] of refused) expect(asked(startedFor(each)), id).toEqual(legalPath(each))
  })
})

/** A fault of a claim is found in that claim. */
function expectRightWords(each: RpCase, ended: Ended['signIn']): void {
  const claims = each.mutation.filter(({ at }) => at === 'id_token.claims').map(({ key }) => key)
  if (claims.length) expect(ended).toMatchObject({ problem: { code: 'token-refused', failed: claims } })
}

describe.skipIf(isWithoutVectors)(
  'the OpenID Foundation’s logout cases through the built extension, adapted: whatever comes back, the sign-out is done',
  () => {
    test.each(casesThat('adapted'))('%s', async (_, each) => {
      record.thisTest(each.id)
      const given = startedFor(each)
      await signIn(given)
      expect((await stored(given)).session).toBeDefined()
      await signOut(given)
      expect(await stored(given)).toEqual({ session: undefined, signIn: undefined })
      expect(pathOf(given.seen).at(-1)).toBe('revocation')
      expect(world.visits.filter(({ path }) => path.startsWith(`/${given.id}/logout?`))).toHaveLength(1)
    })
  },
)

describe.skipIf(isWithoutVectors)('the OpenID Foundation’s case that is for clients with a secret, through the built extension', () => {
  test.each(casesThat('n/a'))('%s does not apply: a public client sends none', async (_, each) => {
    record.thisTest(each.id)
    const given = startedFor(each)
    await signIn(given)
    expect((await stored(given)).session).toBeDefined()
    expectGoodManners(given.seen)
  })
})
