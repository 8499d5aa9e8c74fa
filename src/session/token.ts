import { base64url } from 'jose'
import { duplicateKey } from './duplicate-key'
import type { Claims } from './session'

/** A compact JWS taken apart. Nothing in it is trusted yet. */
export interface Token {
  readonly header: Claims
  readonly claims: Claims
}

/** A token in the form that it must have, or what is wrong with the form; then `token` is what could be read all the same. */
export type Parsed = { readonly token: Token } | { readonly wrong: string; readonly token: Token | undefined }

/** Room for a hundred long group names and as many role ARNs; beyond it nobody can have meant a token. */
const longest = 64 * 1024
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

/** Takes a compact JWS apart. @see https://www.rfc-editor.org/rfc/rfc7515#section-3.1 */
export function parseToken(jwt: string): Parsed {
  if (jwt.length > longest) return { wrong: `${jwt.length} characters, more than ${longest}`, token: undefined }
  if (!compact.test(jwt)) return { wrong: 'characters or parts that no compact JWS has', token: undefined }
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const read = { header: readPart(header), claims: readPart(payload) }
  const wrong = read.header.wrong ?? read.claims.wrong
  const token = read.header.value && read.claims.value && { header: read.header.value, claims: read.claims.value }
  if (wrong || !token) return { wrong: wrong ?? 'not readable', token }
  if (!isCanonical(signature)) return { wrong: 'a signature that is not spelled canonically', token }
  return { token }
}

interface Part {
  readonly value?: Claims
  readonly wrong?: string
}

/** Strict where JSON.parse is lenient: UTF-8 without a byte-order mark, one JSON object, no key twice. */
function readPart(part: string): Part {
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(base64url.decode(part))
    value = JSON.parse(text)
  } catch {
    return { wrong: 'a part that is no JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'a part that is no JSON object' }
  const twice = duplicateKey(text)
  return { value: value as Claims, ...(twice !== undefined && { wrong: `the key "${twice}" twice` }) }
}

/** Spare bits and padding let one signature be spelled in many ways. */
const isCanonical = (part: string): boolean => {
  try {
    return base64url.encode(base64url.decode(part)) === part
  } catch {
    return false
  }
}
