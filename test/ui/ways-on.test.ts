import { expect, test } from 'vitest'
import type { Problem, ProblemCode } from '../../src/problem'
import { type Way, waysOn } from '../../src/ui/ways-on'

/** What stands out, where a person would be led round in a circle by anything else. */
const first: readonly [Way, readonly ProblemCode[]][] = [
  [
    'options',
    ['not-configured', 'unknown-client', 'client-has-secret', 'region-differs', 'pool-not-found', 'domain-differs', 'storage-full'],
  ],
  ['another', ['same-account', 'email-domain-not-allowed', 'account-refused']],
  ['tab', ['sign-in-broke-off', 'site-not-granted']],
  [
    'again',
    ['sign-in-cancelled', 'sign-in-interrupted', 'redirect-mismatch', 'answer-unreadable', 'clock-wrong', 'storage-failed', 'unexpected'],
  ],
]
const problem = (code: string, more: object = {}) => ({ code, ...more }) as Problem

test.each(first.flatMap(([way, codes]) => codes.map((code) => [code, way] as const)))('after %s the first way on is %s', (code, way) => {
  expect(waysOn(problem(code))[0]).toBe(way)
})

test('why a page failed is looked for first while the browser hides it; once it is seen, a tab shows what the page says', () => {
  expect(waysOn(problem('sign-in-page-failed', { domain: 'acme.example' }))).toEqual(['cause', 'tab', 'again', 'check'])
  expect(waysOn(problem('sign-in-page-failed', { domain: 'acme.example', status: 400 }))).toEqual(['tab', 'again', 'check'])
})

test.each(['storage-failed', 'storage-full', 'clock-wrong', 'sign-in-interrupted', 'sign-in-page-stale', 'answer-not-ours'])(
  'a check of the connection says nothing about %s',
  (code) => {
    expect(waysOn(problem(code))).not.toContain('check')
  },
)

test('a token that was made for another client leads to the options, where the client id stands; any other does not', () => {
  expect(waysOn(problem('token-refused', { failed: ['aud', 'azp'] }))[0]).toBe('options')
  expect(waysOn(problem('token-refused', { failed: ['nonce'] }))).toEqual(['again', 'check'])
})

test('whoever may only have forgotten the VPN is not sent to the options first, but may go there', () => {
  expect(waysOn(problem('domain-not-found'))).toEqual(['again', 'options', 'check'])
})

test('a problem of a newer Latchkey has ways on as well, whatever it is called', () => {
  for (const code of ['from-the-future', 'toString']) expect(waysOn(problem(code))).toEqual(waysOn(problem('unexpected')))
})
