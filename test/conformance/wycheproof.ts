import type { JWK } from 'jose'
import { vectors } from '../session/vectors'
import type { Suite, Trial } from './trial'

/** @see https://github.com/C2SP/wycheproof */
interface Signatures {
  readonly testGroups: readonly {
    readonly public?: JWK | { keys: JWK[] }
    readonly tests: readonly { readonly tcId: number; readonly comment: string; readonly jws: unknown; readonly result: string }[]
  }[]
}

const keysOf = (published: JWK | { keys: JWK[] } | undefined): readonly JWK[] =>
  !published ? [] : 'keys' in published ? (published.keys as JWK[]) : [published as JWK]
const isRs256 = ({ kty, alg }: JWK) => kty === 'RSA' && (alg === undefined || alg === 'RS256')

/** Each case as an RS256-only verifier must see it: whatever is right in another algorithm is wrong here. */
const signaturesIn = (file: string) =>
  vectors<Signatures>(`wycheproof/${file}`, { testGroups: [] }).testGroups.flatMap(({ public: published, tests }) => {
    const keys = keysOf(published)
    const isOurs = keys.some(isRs256)
    return tests.map(({ tcId, comment, jws, result }) => {
      const trial: Trial = { name: `${tcId} ${comment}`, wanted: isOurs && result === 'valid', exhibit: { kind: 'jws', jws, keys } }
      return { isOurs, comment, trial }
    })
  })

const signatures = signaturesIn('json_web_signature_test.json')
const keyCases = signaturesIn('json_web_key_test.json')
const trialsOf = (cases: typeof signatures) => cases.map(({ trial }) => trial)

// Whether a modulus came from a chip with the ROCA flaw (CVE-2017-15361) shows only in its residues modulo small primes. An issuer
// whose key is that weak is not made safe by one client that refuses it, so that this one case is waived.
const isWaived = ({ comment }: { comment: string }) => comment === 'rejectsKeyWithRocaVulnerability'

/** The one case that Latchkey is known to judge otherwise. */
export const waived: readonly Trial[] = trialsOf(keyCases.filter(isWaived))

interface RawSignatures {
  readonly testGroups: readonly {
    readonly keyJwk: JWK
    readonly tests: readonly { tcId: number; comment: string; msg: string; sig: string; result: string }[]
  }[]
}

/** What is "acceptable" to Wycheproof, a hash without its NULL parameter, is refused. @see https://www.rfc-editor.org/rfc/rfc8017#section-9.2 */
const rawIn = (bits: number): readonly Trial[] =>
  vectors<RawSignatures>(`wycheproof/rsa_signature_${bits}_sha256_test.json`, { testGroups: [] }).testGroups.flatMap(({ keyJwk, tests }) =>
    tests.map(({ tcId, comment, msg, sig, result }) => ({
      name: `${tcId} ${comment}`,
      wanted: result === 'valid',
      exhibit: { kind: 'rsa', key: keyJwk, message: msg, signature: sig },
    })),
  )

const raw = (bits: number, size: number): Suite => ({
  id: `Wycheproof RSA PKCS#1 v1.5, ${bits} bits`,
  tries: 'raw SHA-256 signatures: wrong padding, wrong hash, BER for DER',
  size,
  trials: rawIn(bits),
})

/** Project Wycheproof's suites, as far as they concern a verifier of RS256. */
export const wycheproof: readonly Suite[] = [
  {
    id: 'Wycheproof JWS, RSA keys for RS256',
    tries: 'signatures right and wrong, spelled in every way',
    size: 235,
    trials: trialsOf(signatures.filter(({ isOurs }) => isOurs)),
  },
  {
    id: 'Wycheproof JWS, keys for other algorithms',
    tries: 'all must be refused, the right ones too',
    size: 166,
    trials: trialsOf(signatures.filter(({ isOurs }) => !isOurs)),
  },
  {
    id: 'Wycheproof JWK',
    tries: 'keys that are weak, ambiguous, for another use or of another kind; a 26th, ROCA, is waived',
    size: 25,
    trials: trialsOf(keyCases.filter((each) => !isWaived(each))),
  },
  raw(2048, 259),
  raw(3072, 259),
  raw(4096, 258),
]
