import type { JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { isSigned } from './jws-layer'
import { isWithoutVectors, vectors } from './vectors'

/** @see https://github.com/C2SP/wycheproof */
interface Wycheproof {
  readonly testGroups: readonly {
    readonly public?: JWK | { keys: JWK[] }
    readonly tests: readonly { readonly tcId: number; readonly comment: string; readonly jws: unknown; readonly result: string }[]
  }[]
}

const keysOf = (published: JWK | { keys: JWK[] } | undefined): readonly JWK[] =>
  !published ? [] : 'keys' in published ? (published.keys as JWK[]) : [published as JWK]
const isRs256 = ({ kty, alg }: JWK) => kty === 'RSA' && (alg === undefined || alg === 'RS256')

/** Each case as an RS256-only verifier must see it: whatever is right in another algorithm is wrong here. */
const casesOf = (file: string) =>
  vectors<Wycheproof>(`wycheproof/${file}`, { testGroups: [] }).testGroups.flatMap(({ public: published, tests }) => {
    const keys = keysOf(published)
    const isOurs = keys.some(isRs256)
    return tests.map(({ jws, result, ...named }) => ({ ...named, jws, keys, isOurs, isGood: isOurs && result === 'valid' }))
  })

async function misjudged(cases: ReturnType<typeof casesOf>): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { tcId, comment, jws, keys, isGood } of cases) {
    const accepted = typeof jws === 'string' && (await isSigned(jws, keys))
    if (accepted !== isGood) wrong.push(`${tcId} ${comment}: ${accepted ? 'accepted' : 'refused'}`)
  }
  return wrong
}

describe.skipIf(isWithoutVectors)('Project Wycheproof, JSON Web Signature', () => {
  const cases = casesOf('json_web_signature_test.json')
  const ours = cases.filter(({ isOurs }) => isOurs)

  test('the 235 signatures by RSA keys for RS256 are judged as stated', async () => {
    expect(ours).toHaveLength(235)
    expect(await misjudged(ours)).toEqual([])
  })

  test('the 166 by keys for other algorithms are refused, all of them', async () => {
    const others = cases.filter(({ isOurs }) => !isOurs)
    expect(others).toHaveLength(166)
    expect(await misjudged(others)).toEqual([])
  })
})

describe.skipIf(isWithoutVectors)('Project Wycheproof, JSON Web Key', () => {
  const cases = casesOf('json_web_key_test.json')

  // Whether a modulus came from a chip with the ROCA flaw (CVE-2017-15361) shows only in its residues modulo small primes. An issuer
  // whose key is that weak is not made safe by one client that refuses it, so that this one case is waived.
  const waived = 'rejectsKeyWithRocaVulnerability'

  test('keys that are weak, ambiguous, for another use or of another kind verify nothing', async () => {
    expect(cases).toHaveLength(26)
    expect(await misjudged(cases.filter(({ comment }) => comment !== waived))).toEqual([])
  })

  test('the waiver is for one case, and still needed', async () => {
    expect(await misjudged(cases.filter(({ comment }) => comment === waived))).toEqual([`7 ${waived}: accepted`])
  })
})
