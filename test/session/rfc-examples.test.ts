import { SigninState } from 'oidc-client-ts'
import { describe, expect, test } from 'vitest'
import { answerOf } from '../../src/session/answer'
import { isWithoutVectors, vectors } from './vectors'

const asked = { authority: 'https://op.example', client_id: 'c', redirect_uri: 'https://rp.example/', scope: 'openid' }

test.skipIf(isWithoutVectors)('RFC 7636 appendix B: the challenge of its verifier is the one printed there', async () => {
  const { code_verifier, code_challenge } = vectors('oauth/rfc7636-appendix-b.json', { code_verifier: '', code_challenge: '' })
  expect(await SigninState.create({ ...asked, code_verifier })).toMatchObject({ code_challenge })
})

test('RFC 7636 section 4.1: verifiers are long enough, of the right letters, and never the same', async () => {
  const states = await Promise.all(Array.from({ length: 100 }, () => SigninState.create({ ...asked, code_verifier: true })))
  expect(new Set(states.map(({ code_verifier }) => code_verifier)).size).toBe(100)
  for (const { code_verifier } of states) expect(code_verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/)
})

interface Rfc9207Case {
  readonly name: string
  readonly registered_issuer: string
  readonly query: string
  readonly metadata_supports?: boolean
  readonly expect: string
}

describe.skipIf(isWithoutVectors)('RFC 9207: who answers', () => {
  const { cases } = vectors<{ cases: readonly Rfc9207Case[] }>('oauth/rfc9207-examples.json', { cases: [] })
  test('there are seven examples', () => expect(cases).toHaveLength(7))
  test.each(cases)('$name: $expect', ({ registered_issuer: issuer, query, metadata_supports = false, expect: wanted }) => {
    const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'
    const state = new URLSearchParams(query).get('state') ?? ''
    const metadata = { issuer, authorization: `${issuer}/authorize`, namesItself: metadata_supports }
    const read = () => answerOf(`${redirectUri}?${query}`, { redirectUri, state, metadata })
    if (wanted.startsWith('reject')) expect(read).toThrow('answer-not-ours')
    else if (wanted.startsWith('error')) expect(read()).toEqual({ error: 'access_denied' })
    else expect(read()).toBeUndefined()
  })
})
