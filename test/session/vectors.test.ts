import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeProtectedHeader, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import cognito from '../../src/providers/cognito'
import { keysFor, signatureCheck } from '../../src/session/signature'
import { parseToken } from '../../src/session/token'
import { verify } from '../../src/session/verify'
import { good, keys, mintText, now } from './mint'

const vectors = new URL('../../../shared/corpus/vectors/', import.meta.url)
const missing = !existsSync(vectors)
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, vectors), 'utf8')) as T

/** The JWS layer of our verifier: the header's algorithm and parameters, and the signature. */
async function isSigned(jws: string, keys: readonly JWK[]): Promise<boolean> {
  if (!/^[\w-]+\.[\w-]*\.[\w-]*$/.test(jws)) return false
  try {
    const header = { ...decodeProtectedHeader(jws) }
    const foreign = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip'].some((name) => name in header)
    return header.alg === 'RS256' && !foreign && (await signatureCheck(jws, header, keys)).passed
  } catch {
    return false
  }
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly private?: JWK
    readonly public?: JWK | { keys: JWK[] }
    readonly tests: readonly { readonly tcId: number; readonly comment: string; readonly jws: unknown; readonly result: string }[]
  }[]
}
const keysOf = (published: JWK | { keys: JWK[] } | undefined): readonly JWK[] =>
  !published ? [] : 'keys' in published ? (published.keys as JWK[]) : [published as JWK]

describe.skipIf(missing)('Project Wycheproof, JSON Web Signature', () => {
  const groups = missing ? [] : read<Wycheproof>('wycheproof/json_web_signature_test.json').testGroups

  test('all 401 signatures are judged as an RS256-only verifier must', async () => {
    const wrong: string[] = []
    let judged = 0
    for (const group of groups) {
      const keys = keysOf(group.public)
      for (const { tcId, comment, jws, result } of group.tests) {
        judged += 1
        const isRs256 = keys.some(({ kty, alg }) => kty === 'RSA' && (alg === undefined || alg === 'RS256'))
        const accepted = typeof jws === 'string' && (await isSigned(jws, keys))
        if (accepted !== (isRs256 && result === 'valid')) wrong.push(`${tcId} ${comment}: ${result}, ${accepted ? 'accepted' : 'refused'}`)
      }
    }
    expect(judged).toBe(401)
    expect(wrong).toEqual([])
  })
})

interface Attacks {
  readonly jwks: { readonly keys: JWK[] }
  readonly issuer: string
  readonly audience: string
  readonly nonce: string
  readonly currentDate: number
  readonly cases: readonly { readonly name: string; readonly jwt?: string; readonly expect: string }[]
}

describe.skipIf(missing)('attack tokens collected from RFC 8725 and public lists', () => {
  const attacks = missing ? undefined : read<Attacks>('jwt-attack/attacks.json')
  // Three tokens were too long to be kept: they are made anew below.
  const cases = attacks?.cases ?? []
  test('there are 124 of them', () => expect(cases).toHaveLength(124))
  test.each(cases.filter(({ jwt }) => jwt !== undefined))('$name: $expect', async ({ jwt = '', expect: wanted }) => {
    if (!attacks) throw new Error('no vectors')
    const { issuer, audience: clientId, nonce, currentDate: now, jwks } = attacks
    const { verification } = await verify(jwt, jwks.keys, { issuer, clientId, nonce, now, isFresh: true, extra: cognito.checks })
    if (wanted.startsWith('accept')) expect(verification).toMatchObject({ verified: true })
    else if (wanted.startsWith('reject')) expect(verification.verified).toBe(false)
    else expect(verification.checks.length).toBeGreaterThan(0)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

test.each<[string, string, object, boolean]>([
  ['a key name of 100,000 letters', JSON.stringify(good), { kid: 'x'.repeat(100_000) }, false],
  ['20,000 levels of nesting', JSON.stringify(good).replace('{', `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)},`), {}, true],
  ['a claim of 1 MiB', JSON.stringify({ ...good, long: 'x'.repeat(1024 * 1024) }), {}, false],
])('a signed token with %s breaks nothing', async (_, claims, header, isTaken) => {
  const { verification } = await verify(await mintText(claims, header), keys, { issuer: good.iss, clientId: good.aud, now, isFresh: true })
  expect(verification.verified).toBe(isTaken)
})

interface Cookbook {
  readonly input: { readonly key?: JWK }
  readonly output: { readonly compact?: string }
}

describe.skipIf(missing)('the JOSE cookbook (RFC 7520)', () => {
  const folder = new URL('jose-cookbook/jws/', vectors)
  test.each(missing ? [] : readdirSync(folder))('%s', async (file) => {
    const { input, output } = read<Cookbook>(`jose-cookbook/jws/${file}`)
    const accepted = output.compact !== undefined && (await isSigned(output.compact, input.key ? [input.key] : []))
    expect(accepted).toBe(file.startsWith('4_1.'))
  })
})

describe.skipIf(missing)('JSON as others test it', () => {
  const folder = new URL('json/test_parsing/', vectors)
  const files = missing ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'))
  test('as a payload, what must be refused is refused, and nothing throws', () => {
    expect(files.length).toBeGreaterThan(300)
    const taken = files.filter((file) => {
      const payload = readFileSync(join(fileURLToPath(folder), file)).toString('base64url')
      return file.startsWith('n_') && 'token' in parseToken(`e30.${payload}.AA`) && !('wrong' in parseToken(`e30.${payload}.AA`))
    })
    expect(taken).toEqual([])
  })
})

test('a header without a key’s name picks no key where several would do', () => {
  const key: JWK = { kty: 'RSA', e: 'AQAB', n: 'A'.repeat(342) }
  expect(keysFor({}, [key, { ...key, kid: 'b' }])).toHaveLength(2)
  expect(keysFor({ kid: 'b' }, [key, { ...key, kid: 'b' }])).toHaveLength(1)
})
