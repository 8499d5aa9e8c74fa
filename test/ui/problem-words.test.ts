import { expect, test, vi } from 'vitest'
import type { Problem, ProblemCode } from '../../src/problem'
import { problemInWords } from '../../src/ui/problem-words'
import { distanceInWords, timeInWords } from '../../src/ui/times'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const clientId = '7abc'
const callbackUrl = 'https://x.chromiumapp.org/'
const address = 'https://acme.example/oauth2/token'
/** Of most codes one, with what it has to name. */
const each: { readonly [C in ProblemCode]?: Omit<Extract<Problem, { code: C }>, 'code'> } = {
  'sign-in-busy': {},
  'sign-in-interrupted': {},
  'login-required': {},
  'private-window': {},
  'settings-changed': {},
  'same-account': {},
  'sign-in-broke-off': { domain: 'acme.example' },
  'unknown-client': { clientId, domain: 'acme.example' },
  'login-pages-unavailable': { clientId },
  'client-has-secret': { clientId },
  'code-refused': { clientId, scopes: ['openid', 'email'] },
  'grant-not-allowed': { clientId },
  'access-denied': { description: 'No.' },
  'identity-provider-failed': {},
  'account-refused': { description: 'User is disabled.' },
  'sign-in-page-stale': {},
  'provider-unreachable': { address },
  'provider-busy': { address, status: 503 },
  'domain-not-found': { domain: 'acme.example' },
  'keys-unreachable': { address },
  'pool-not-found': { issuer: address },
  'pool-has-no-domain': { issuer: address },
  'region-differs': { region: 'eu-west-1', userPoolId: 'us-east-1_A' },
  'domain-is-no-issuer': { issuer: address },
  'issuer-differs': { configured: 'a.example', found: 'b.example' },
  'domain-differs': { configured: 'a.example', found: 'b.example' },
  'answer-not-ours': {},
  'clock-wrong': { seconds: -720 },
  'userinfo-of-somebody-else': {},
  'sign-out-incomplete': { logoutUri: callbackUrl },
  'sign-out-unheard': {},
}
const problems: readonly Problem[] = [
  ...Object.entries(each).map(([code, more]) => ({ code, ...more }) as Problem),
  { code: 'not-configured', missing: ['domain', 'clientId'] },
  { code: 'sign-in-cancelled' },
  { code: 'sign-in-page-failed', domain: 'acme.example', callback: 'https://x.chromiumapp.org/', clientId },
  { code: 'redirect-mismatch', callback: 'https://x.chromiumapp.org/', clientId },
  { code: 'scope-refused', foreign: [], scopes: ['openid', 'email'] },
  { code: 'provider-refused', error: 'access_denied', description: 'No.' },
  { code: 'answer-unreadable', address: 'https://acme.example/', status: 503 },
  { code: 'token-refused', failed: ['nonce', 'exp'] },
  { code: 'email-domain-not-allowed', domain: 'b.example', allowed: ['a.example'] },
  { code: 'unexpected', message: 'TypeError: x is not a function' },
]

test.each(problems)('a person can read what $code means and what to do next', (problem) => {
  const { title, next } = problemInWords(problem)
  expect(title).not.toBe('')
  expect(next).toMatch(/\w.*[.)”]$/)
  expect(title + next).not.toMatch(/\$|undefined|\{/)
})

test('the next step names what is missing, refused or found by the words on the screen', () => {
  expect(problemInWords({ code: 'not-configured', missing: ['domain', 'clientId'] }).next).toContain('Domain and Client id')
  expect(problemInWords({ code: 'token-refused', failed: ['nonce', 'exp'] }).next).toContain('Nonce and Expiry')
  expect(problemInWords({ code: 'answer-unreadable', address: 'https://a.example/', status: 503 }).next).toContain('503')
})

test('what a server that is broken says for itself is told', () => {
  const description = 'Already found an entry for username google_1'
  expect(problemInWords({ code: 'provider-busy', address: 'https://a.example/', status: 500, description }).next).toContain(description)
})

test('what has to be pasted into Cognito can be copied', () => {
  const callback = 'https://x.chromiumapp.org/'
  const { clippings } = problemInWords({ code: 'redirect-mismatch', callback, clientId })
  expect(clippings.map(({ value }) => value)).toEqual([callback, clientId])
})

test('a domain that a pool has beside the one that it publishes is not called another pool’s', () => {
  const { title, next } = problemInWords({ code: 'domain-differs', configured: 'a.example', found: 'b.example' })
  expect(title + next).not.toContain('another user pool')
})

test('an exception’s text is not among the words', () => {
  const { title, next, clippings } = problemInWords({ code: 'unexpected', message: 'TypeError: x' })
  expect(title + next).not.toContain('TypeError')
  expect(clippings[0]?.value).toBe('TypeError: x')
})

test('a problem from a newer version still has words', () => {
  expect(problemInWords({ code: 'brand-new' } as never).title).toBe('Something unexpected happened')
})

test.each([
  [3480, 'in 58 minutes'],
  [-90_000, '25 hours ago'],
  [60, 'in 60 seconds'],
  [0, 'now'],
])('%d seconds from now is %s', (seconds, words) => expect(distanceInWords(seconds)).toBe(words))

test('a moment today is told without its date', () => {
  const noon = new Date(2026, 4, 5, 12).getTime() / 1000
  expect(timeInWords(noon + 3600, noon)).toBe('today at 13:00 (in 60 minutes)')
  expect(timeInWords(noon + 864_000, noon)).toMatch(/2026.*in 10 days/)
})

test.each<[Problem, string]>([
  [{ code: 'clock-wrong', seconds: -720 }, 'It is 12 minutes behind'],
  [{ code: 'clock-wrong', seconds: 86_400 * 3 }, 'It is 3 days ahead'],
  [{ code: 'token-refused', failed: ['iat', 'auth_time'] }, 'do not fit this computer’s clock'],
  [{ code: 'token-refused', failed: ['nonce'] }, 'made for another sign-in'],
  [{ code: 'token-refused', failed: ['aud'] }, 'made for another app client'],
  [{ code: 'token-refused', failed: ['signature'] }, 'show the checks to whoever looks after'],
  [{ code: 'scope-refused', scopes: ['openid', 'groups'], foreign: ['groups'] }, 'Cognito does not know groups.'],
  [{ code: 'account-refused', description: 'User is disabled.' }, 'The answer was: “User is disabled.”'],
  [{ code: 'identity-provider-failed', description: 'user.email: Attribute cannot be updated.' }, 'attribute mapping'],
])('%o: the next step says so', (problem, words) => expect(problemInWords(problem).next).toContain(words))
