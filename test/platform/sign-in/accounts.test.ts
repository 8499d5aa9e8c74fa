import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  keepInFront,
  laterThanFront,
  putInFront,
  remarked,
  replaceAccount,
  replaceSession,
  retire,
} from '../../../src/platform/sign-in/accounts'
import type { Session } from '../../../src/session/session'
import { reset, world } from '../../ui/fake-browser'
import { session } from '../../ui/settings'

vi.mock('../../../src/platform/browser', () => import('../../ui/fake-browser'))

beforeEach(reset)
afterEach(() => vi.unstubAllGlobals())

const at = 1_800_000_000
const ann = { ...session({ sub: 'ann' }), signedInAt: at, expiresAt: at + 3600, refreshToken: 'ann-1' }
const bob = { ...session({ sub: 'bob' }), signedInAt: at, expiresAt: at + 3600, refreshToken: 'bob-1' }
const stored = () => (world.session['accounts:acme'] ?? []) as readonly Session[]
const put = (...accounts: readonly Session[]) => Object.assign(world.session, { 'accounts:acme': accounts })

describe('somebody who signs in', () => {
  test('takes the place of what was known of the same person, and goes in front of everybody else', async () => {
    put(bob, ann)
    await keepInFront({ ...ann, refreshToken: 'ann-2' })
    expect(stored()).toEqual([{ ...ann, refreshToken: 'ann-2', earlier: ['ann-1'] }, bob])
  })

  test('is another person where another issuer uses the same name', async () => {
    put(ann)
    const namesake = { ...ann, issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other', refreshToken: 'namesake' }
    await keepInFront(namesake)
    expect(stored()).toEqual([namesake, ann])
  })

  test('keeps all refresh tokens that are to be revoked, each once, and the one in use not among them', async () => {
    put({ ...ann, earlier: ['ann-0', 'ann-2'] })
    await keepInFront({ ...ann, refreshToken: 'ann-2' })
    expect(stored()[0]?.earlier).toEqual(['ann-0', 'ann-1'])
  })

  test('though two do at once, is not lost', async () => {
    await Promise.all([keepInFront(ann), keepInFront(bob)])
    expect(stored()).toEqual([bob, ann])
  })
})

test('an account that is chosen goes in front, and the others keep their order', async () => {
  const eve = session({ sub: 'eve' })
  put(ann, bob, eve)
  await putInFront('acme', 'eve')
  expect(stored()).toEqual([eve, ann, bob])
})

describe('what became of an account is put in its place', () => {
  const renewed = { ...ann, expiresAt: at + 7200, refreshToken: 'ann-2' }

  test('and the tokens that are to be revoked stay with it', async () => {
    put(bob, { ...ann, earlier: ['ann-0'] })
    await replaceSession({ ...ann, earlier: ['ann-0'] }, renewed)
    expect(stored()).toEqual([bob, { ...renewed, earlier: ['ann-0'] }])
  })

  test.each<[string, object]>([
    ['has signed in again', { signedInAt: at + 9 }],
    ['has been renewed', { expiresAt: at + 3700 }],
    ['is somebody else', { claims: { sub: 'eve' } }],
  ])('but not where whoever is there %s meanwhile', async (_, over) => {
    const there = { ...ann, ...over }
    put(there)
    expect(await replaceAccount(ann, renewed)).toBe(false)
    expect(stored()).toEqual([there])
  })
})

test('of an account that is out of date every token goes, and what it said stays', async () => {
  put({ ...ann, earlier: ['ann-0'], failing: { since: at, last: at } })
  expect(await retire(ann)).toBe(true)
  const { idToken: _, accessToken: __, refreshToken: ___, ...said } = ann
  expect(stored()).toEqual([said])
  world.session = {}
  expect(await retire(ann), 'nobody is there').toBe(false)
  expect(stored()).toEqual([])
})

test('what it said stays as it was written, so that a number keeps its digits, and nothing by which it could be shown again', async () => {
  const said = '{"sub":"ann","n":9007199254740993}'
  const signedIn = { ...ann, idToken: `header.${Buffer.from(said).toString('base64url')}.signature` }
  put(signedIn)
  await retire(signedIn)
  expect(stored()).toMatchObject([{ payload: said }])
  expect(JSON.stringify(stored())).not.toMatch(/header|eyJ|signature/)
})

test('the provider’s own session is that of whoever signed in last', () => {
  const later = { ...bob, signedInAt: at + 1 }
  expect(laterThanFront([ann, bob])).toEqual([])
  expect(laterThanFront([ann, later])).toEqual([later])
  expect(laterThanFront([later, ann])).toEqual([])
  expect(laterThanFront([])).toEqual([])
})

test('it is remarked where the provider has asked nobody, and nowhere else', () => {
  expect(remarked({ session: ann }, [bob])).toEqual({ session: ann })
  expect(remarked({ session: ann }, [bob, ann])).toEqual({ session: ann, remark: { code: 'same-account' } })
})
