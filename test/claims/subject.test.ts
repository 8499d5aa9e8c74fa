import { expect, test } from 'vitest'
import { pastedSubject, subjectOf } from '../../src/claims/subject'
import { session } from '../ui/settings'

const encoded = (json: string) => Buffer.from(json).toString('base64url')
const token = (claims: string) => `${encoded('{"alg":"RS256"}')}.${encoded(claims)}.AA`

test('claims of a pasted token can be written and cloned, however deep somebody has nested them', () => {
  const deep = `${'{"a":['.repeat(5_000)}1${']}'.repeat(5_000)}`
  const { sources } = pastedSubject({ id: token(`{"email":"ann@acme.example","deep":${deep}}`), access: token(`{"deep":${deep}}`) })
  expect(() => [JSON.stringify(sources), structuredClone(sources)]).not.toThrow()
  expect(sources.id).toMatchObject({ email: 'ann@acme.example', deep: { a: [{ a: [{}] }] } })
  expect(sources.access).toMatchObject({ deep: { a: [{ a: [{}] }] } })
})

test('whatever anybody means stands in the claims as it stands in the token', () => {
  const claims = '{"__proto__":{"x":[1]},"address":{"lines":["a",null,true,{"b":{"c":{"d":-1.5}}}]},"empty":[],"none":{}}'
  expect(JSON.stringify(pastedSubject({ id: token(claims) }).sources.id)).toBe(claims)
})

test('an access token that is none of ours to read is left alone', () => {
  const opaque = `x.${Buffer.from('{:1.0}').toString('base64url')}.x`
  expect(subjectOf({ ...session(), idToken: opaque, accessToken: opaque }).sources).not.toHaveProperty('access')
})
