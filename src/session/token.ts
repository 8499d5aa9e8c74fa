import { base64url } from 'jose'
import { isBag } from '../settings/bag'
import { duplicateKey } from './duplicate-key'
import type { Claims } from './session'
import { type PhraseName, stated } from './stated'
import type { Check } from './verify'

/** A compact JWS taken apart. Nothing in it is trusted yet. */
export interface Token {
  readonly header: Claims
  readonly claims: Claims
}

/** What could be read of a token, and whether it has the form that it must have. */
interface Parsed {
  readonly token: Token | undefined
  readonly checks: readonly Check[]
}

/** Room for a hundred long group names and as many role ARNs; beyond it nobody can have meant a token. */
const longest = 64 * 1024
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

/** Takes a compact JWS apart. @see https://www.rfc-editor.org/rfc/rfc7515#section-3.1 */
export function parseToken(jwt: string): Parsed {
  const size = { name: 'size', passed: jwt.length <= longest, wanted: stated('at-most-characters', `${longest}`), found: `${jwt.length}` }
  if (!size.passed) return { token: undefined, checks: [size] }
  const [header = '', payload = '', signature = ''] = compact.test(jwt) ? jwt.split('.') : []
  const parts = [readPart(header), readPart(payload)] as const
  const [one, two] = parts
  const isReadable = one.value !== undefined && two.value !== undefined
  const twice = parts.flatMap(({ twice }) => twice ?? [])
  const wrong = isReadable ? spellingOf(signature) : whatIsWrong(jwt)
  return {
    token: isReadable ? { header: one.value, claims: two.value } : undefined,
    checks: [
      size,
      { name: 'form', passed: wrong === undefined, wanted: stated('three-parts'), found: stated(wrong ?? 'parts-there') },
      ...(isReadable
        ? [{ name: 'keys', passed: twice.length === 0, wanted: stated('no-key-twice'), found: twice.join(', ') || stated('nothing') }]
        : []),
    ],
  }
}

/** What a token's first part says, whatever comes behind it; undefined where it is no header. */
export const headerOf = (jwt: string): Claims | undefined => readPart(jwt.split('.', 1)[0] ?? '').value

const whatIsWrong = (jwt: string): PhraseName => (compact.test(jwt) ? 'no-json-object' : 'not-compact')

interface Part {
  readonly value?: Claims
  /** A key that stands in one object twice. */
  readonly twice?: string
}

/** Strict where JSON.parse is lenient: UTF-8 without a byte-order mark, one JSON object. */
function readPart(part: string): Part {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(base64url.decode(part))
    const value: unknown = JSON.parse(text)
    if (!isBag(value)) return {}
    const twice = duplicateKey(text)
    return { value, ...(twice !== undefined && { twice }) }
  } catch {
    return {}
  }
}

/** What is wrong with a signature's spelling: spare bits and padding let one be spelled in many ways. */
function spellingOf(signature: string): PhraseName | undefined {
  try {
    if (base64url.encode(base64url.decode(signature)) === signature) return undefined
  } catch {
    // No base64url at all is not canonical either.
  }
  return 'not-canonical'
}
