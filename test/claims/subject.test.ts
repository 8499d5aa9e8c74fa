import { expect, test } from 'vitest'
import { asExactJson } from '../../src/claims/exact-json'
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

test('whole numbers that a browser would round keep all their digits, wherever they stand, and nothing else becomes another', () => {
  const claims =
    '{"n":12345678901234567890,"list":[-9007199254740993,9007199254740991,[{"n":9007199254740993}]],"text":"9007199254740993","\'":"\'1","a\\"1":1.5}'
  const { sources } = pastedSubject({ id: token(claims), access: token(claims) })
  expect([asExactJson(sources.id), asExactJson(sources.access)]).toEqual([claims, claims])
  expect(asExactJson(subjectOf({ ...session(), idToken: token(claims) }).sources.id)).toBe(claims)
  expect(sources.id).toMatchObject({ n: 12345678901234567890n, list: [-9007199254740993n, 9007199254740991, [{ n: 9007199254740993n }]] })
})

test('whoever signed in speaks by the ID token, the access token and userInfo, as far as there are any', () => {
  const [id, access] = [token('{"sub":"1","a":1}'), token('{"b":2}')]
  const account = { ...session(), idToken: id, accessToken: access, userInfo: { c: 3 } }
  expect(subjectOf(account)).toMatchObject({
    sources: { id: { sub: '1', a: 1 }, access: { b: 2 }, userinfo: { c: 3 } },
    tokens: { id, access },
  })
  const { idToken: _, accessToken: __, ...ended } = session()
  expect(subjectOf(ended)).toMatchObject({ sources: { id: ended.claims }, tokens: {} })
  expect([Object.keys(subjectOf(ended).sources), Object.keys(subjectOf(ended).tokens)]).toEqual([['id'], []])
})

test('whoever pasted an access token alone is named by it', () => {
  const { person, sources } = pastedSubject({ access: token('{"username":"ann"}') })
  expect([person.name, Object.keys(sources)]).toEqual(['ann', ['access']])
  expect(pastedSubject({})).toMatchObject({ person: { initials: '' }, sources: {} })
})

test('of somebody whose tokens are gone, the claims are what was read of them', () => {
  const { idToken: _, accessToken: __, ...account } = session()
  expect(subjectOf(account).sources.id).toEqual(account.claims)
})

test('their numbers keep all their digits, as long as what the token said is still there as it was written', () => {
  const { idToken: _, accessToken: __, ...account } = session()
  const said = { ...account, claims: { n: Number('9007199254740993') }, payload: '{"n":9007199254740993}' }
  expect(subjectOf(said).sources.id).toEqual({ n: 9007199254740993n })
  expect(subjectOf(said).tokens).toEqual({})
})

test('an access token that is none of ours to read is left alone', () => {
  const opaque = `x.${Buffer.from('{:1.0}').toString('base64url')}.x`
  expect(subjectOf({ ...session(), idToken: opaque, accessToken: opaque }).sources).not.toHaveProperty('access')
})
