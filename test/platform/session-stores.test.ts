import { beforeEach, describe, expect, test, vi } from 'vitest'
import { accountsIn, areOtherClaims, readAccounts } from '../../src/platform/session-stores'
import { reset, world } from '../ui/fake-browser'
import { session } from '../ui/settings'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

beforeEach(reset)

describe('menus that name claims are made anew', () => {
  const ann = session({ email: 'ann@acme.example', level: 5, iat: 5, address: { town: 'Bern' } })
  const changed = (oldValue: unknown, newValue: unknown, key = 'accounts:acme') => areOtherClaims({ [key]: { oldValue, newValue } })

  test.each<[string, unknown, unknown]>([
    ['somebody is the first to sign in', undefined, [ann]],
    ['somebody of whom more is said is in front', [ann], [session({ ...ann.claims, nickname: 'Ann' }), ann]],
    ['a claim has become one of another type', [ann], [session({ ...ann.claims, level: '5' })]],
    ['a claim within a claim has come', [ann], [session({ ...ann.claims, address: { town: 'Bern', street: 'Zytglogge' } })]],
    ['everybody has signed out', [ann], undefined],
  ])('when %s', (_, before, after) => expect(changed(before, after)).toBe(true))

  test.each<[string, unknown, unknown]>([
    ['a session is renewed', [ann], [{ ...ann, expiresAt: 9, idToken: 'x', claims: { ...ann.claims, iat: 9 } }]],
    ['somebody is in front of whom the same is said', [ann], [session({ ...ann.claims, email: 'bob@acme.example' }), ann]],
    ['what is stored is damaged, and stays so', [{}], 'x'],
  ])('and not when %s', (_, before, after) => expect(changed(before, after)).toBe(false))

  test('and not when anything else is stored', () => expect(changed(undefined, [ann], 'journal')).toBe(false))
})

describe('accounts that are damaged, or a newer Latchkey’s, are passed over', () => {
  const ann = session({ sub: 'ann' })
  test.each<[string, unknown, readonly unknown[]]>([
    ['beside one that is not', [{}, ann, null, 'x'], [ann]],
    ['where nothing is stored', undefined, []],
    ['where they are no list', { 0: ann, length: 1 }, []],
  ])('%s', async (_, stored, wanted) => {
    world.session['accounts:acme'] = stored
    expect(await readAccounts('acme')).toEqual(wanted)
    expect(accountsIn({ 'accounts:acme': stored, 'sign-in:acme': [ann] })).toEqual(Array.isArray(stored) ? { acme: wanted } : {})
  })
})
