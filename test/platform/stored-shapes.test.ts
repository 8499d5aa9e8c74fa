import { describe, expect, test } from 'vitest'
import { isAccount, isSignInState, listOf } from '../../src/platform/stored-shapes'
import { session } from '../ui/settings'

/*
 * What storage holds may be damaged, or a newer Latchkey's: whoever reads it sees nothing that would break it.
 */

const ann = session()
const check = { name: 'iss', passed: true, wanted: 'a', found: { phrase: 'nothing' } }

describe('an account', () => {
  test.each<[string, object]>([
    ['as it is written', {}],
    ['that knows more, as of a newer Latchkey', { mood: 'good' }],
    ['without checks', { verification: { verified: false, checks: [] } }],
    ['with words in its checks', { verification: { verified: true, checks: [check] } }],
  ])('%s is one', (_, over) => expect(isAccount({ ...ann, ...over })).toBe(true))

  test.each<[string, object]>([
    ['without a provider', { provider: undefined }],
    ['whose client is no text', { clientId: 7 }],
    ['without an issuer', { issuer: null }],
    ['without claims', { claims: undefined }],
    ['with a list for claims', { claims: [] }],
    ['with text for scopes', { scopes: 'openid' }],
    ['that signed in at no time', { signedInAt: 'today' }],
    ['that ends at no time', { expiresAt: undefined }],
    ['without a verification', { verification: undefined }],
    ['with text for checks', { verification: { verified: true, checks: 'all' } }],
    ['with text for a check', { verification: { verified: true, checks: ['iss'] } }],
    ['with something in a check that nobody can show', { verification: { verified: true, checks: [{ ...check, found: { a: 1 } }] } }],
    ['with a phrase of which the values are none', { verification: { checks: [{ ...check, found: { phrase: 'nothing', values: [1] } }] } }],
  ])('%s is no account', (_, over) => expect(isAccount({ ...ann, ...over })).toBe(false))

  test.each([undefined, null, 'ann', 5, [], {}])('%j is no account', (value) => expect(isAccount(value)).toBe(false))
})

describe('the state of a sign-in', () => {
  const tab = { id: 5, requested: { state: 's', nonce: 'n' }, by: '{}' }
  const failed = { phase: 'failed', at: 1, problem: { code: 'login-required' } }
  const unverified = { claims: {}, verification: { verified: false, checks: [check] } }

  test.each<[string, unknown]>([
    ['running', { phase: 'running', since: 1 }],
    ['running in a tab', { phase: 'running', since: 1, tab }],
    ['failed', failed],
    ['failed, with what was not verified', { ...failed, unverified }],
  ])('%s is one', (_, value) => expect(isSignInState(value)).toBe(true))

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'running'],
    ['of another phase', { phase: 'dancing', since: 1 }],
    ['running since no time', { phase: 'running' }],
    ['running in a tab without a number', { phase: 'running', since: 1, tab: { ...tab, id: '5' } }],
    ['running in a tab for nobody', { phase: 'running', since: 1, tab: { ...tab, by: undefined } }],
    ['running in a tab without a state', { phase: 'running', since: 1, tab: { ...tab, requested: { nonce: 'n' } } }],
    ['failed without a problem', { phase: 'failed', at: 1 }],
    ['failed with a problem of no name', { ...failed, problem: {} }],
    ['failed with no claims', { ...failed, unverified: { ...unverified, claims: 5 } }],
    ['failed with no checks', { ...failed, unverified: { ...unverified, verification: {} } }],
    ['failed with text for what was not verified', { ...failed, unverified: 'x' }],
  ])('%s is no state of a sign-in', (_, value) => expect(isSignInState(value)).toBe(false))
})

test('of a list what can be used is used, and nothing of what is none', () => {
  expect(listOf([ann, {}, null], isAccount)).toEqual([ann])
  expect(listOf({ 0: ann }, isAccount)).toEqual([])
})
