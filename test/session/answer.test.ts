import { expect, test } from 'vitest'
import { ProblemError } from '../../src/problem'
import { answerOf } from '../../src/session/answer'

const redirectUri = 'https://latchkey.chromiumapp.org/'
const issuer = 'https://op.example/pool'
const asked = (namesItself = false) => ({
  redirectUri,
  state: 's1',
  metadata: { issuer, authorization: 'https://op.example/authorize', namesItself },
})

/** "code", the provider's error, or the problem with the answer. */
function told(query: string, namesItself?: boolean): string {
  try {
    return answerOf(`${redirectUri}${query}`, asked(namesItself))?.error ?? 'code'
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error)
  }
}
const iss = `iss=${encodeURIComponent(issuer)}`

test.each([
  ['a code with our state', '?code=1&state=s1', 'code'],
  ['a code with another state', '?code=1&state=s2', 'answer-not-ours'],
  ['a code without a state', '?code=1', 'answer-not-ours'],
  ['two codes', '?code=1&code=2&state=s1', 'answer-not-ours'],
  ['two states, the first of which is ours', '?code=1&state=s1&state=s2', 'answer-not-ours'],
  ['two refusals', '?error=access_denied&error=server_error&state=s1', 'answer-not-ours'],
  ['a refusal and a code', '?error=access_denied&code=1&state=s1', 'access_denied'],
  ['a code with a fragment behind it', '?code=1&state=s1#_=_', 'code'],
  ['nothing but our state', '?state=s1', 'answer-unreadable'],
  ['a code behind the fragment', '#code=1&state=s1', 'answer-not-ours'],
  ['an answer at another address', 'other?code=1&state=s1', 'answer-not-ours'],
  ['a refusal that has lost our state', '?error=access_denied', 'access_denied'],
  ['a refusal of another state', '?error=access_denied&state=s2', 'answer-not-ours'],
])('%s', (_, query, expected) => {
  expect(told(query)).toBe(expected)
})

test.each([
  ['names itself as it promised', true, `&${iss}`, 'code'],
  ['has promised to name itself, and does not', true, '', 'answer-not-ours'],
  ['names itself unasked', false, `&${iss}`, 'code'],
  ['is named as another, though it promised nothing', false, `&${iss}x`, 'answer-not-ours'],
  ['is named twice', true, `&${iss}&${iss}x`, 'answer-not-ours'],
])('a provider that %s', (_, namesItself, more, expected) => {
  expect(told(`?code=1&state=s1${more}`, namesItself)).toBe(expected)
})

test('A refusal may come from any page on the way: a person is shown one line of it at most, and nothing that hides or turns around what they read', () => {
  const description = `Ring 555-0100\n\u202eand say\u0000 ${'please '.repeat(5000)}`
  const told = answerOf(
    `${redirectUri}?${new URLSearchParams({ error: `a\u202eb${'c'.repeat(5000)}`, error_description: description })}`,
    asked(),
  )
  expect(told?.description).toMatch(/^Ring 555-0100 and say please (?:please )+\S*…$/)
  expect([told?.error.length, told?.description?.length]).toEqual([300, 300])
  expect(told?.error).toMatch(/^abc+…$/)
})
