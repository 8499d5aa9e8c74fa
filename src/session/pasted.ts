import { parseToken } from './token'

/** The tokens in a text that somebody pasted, or why there are none: `encrypted` is a refresh token, which only its issuer can read. */
export type Pasted =
  | { readonly id?: string; readonly access?: string }
  | { readonly wrong: 'nothing' | 'too-long' | 'encrypted' | 'no-token' }

const longest = 512 * 1024
const tokenLike = /[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){2,4}/g

/**
 * Finds tokens in whatever was pasted: a bare one, "Bearer …", a line of a log, an answer of the token endpoint, the address of a
 * redirect, or one that was broken into lines. Nothing in them is trusted, and nothing is judged.
 */
export function tokensIn(text: string): Pasted {
  if (text.trim() === '') return { wrong: 'nothing' }
  if (text.length > longest) return { wrong: 'too-long' }
  const found = readable(text)
  return 'wrong' in found ? readable(text.replace(/\s+/g, '')) : found
}

function readable(text: string): Pasted {
  const candidates = text.match(tokenLike) ?? []
  const read = candidates.flatMap((jwt) => {
    const claims = parseToken(jwt).token?.claims
    return claims ? [{ jwt, isAccess: claims['token_use'] === 'access' }] : []
  })
  const id = read.find(({ isAccess }) => !isAccess)?.jwt
  const access = read.find(({ isAccess }) => isAccess)?.jwt
  if (id === undefined && access === undefined) return { wrong: candidates.some(isEncrypted) ? 'encrypted' : 'no-token' }
  return { ...(id !== undefined && { id }), ...(access !== undefined && { access }) }
}

/** @see https://www.rfc-editor.org/rfc/rfc7516#section-7.1 */
const isEncrypted = (token: string): boolean => token.split('.').length === 5
