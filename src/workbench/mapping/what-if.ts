import { asExactJson, parseExactly } from '../../claims/exact-json'
import type { Claims } from '../../session/session'

/** A claim as it is edited: a list as lines, a text as it stands, anything else as JSON. */
interface EditedClaim {
  readonly kind: 'list' | 'text' | 'json'
  readonly text: string
}

/** A claim's value as a text to edit. */
export function asText(value: unknown): EditedClaim {
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { kind: 'list', text: value.join('\n') }
  return { kind: 'json', text: asExactJson(value) }
}

/** The value of an edited text; what is no JSON is a text. */
export function asValue({ kind, text }: EditedClaim): unknown {
  if (kind === 'text') return text
  if (kind === 'list') return text.split('\n').filter((line) => line !== '')
  try {
    return parseExactly(text)
  } catch {
    return text
  }
}

/** The claims with one changed, or left out (`undefined`). */
export function withClaim(claims: Claims, name: string, value: unknown): Claims {
  const { [name]: _, ...others } = claims
  return value === undefined ? others : Object.hasOwn(claims, name) ? { ...claims, [name]: value } : { ...others, [name]: value }
}
