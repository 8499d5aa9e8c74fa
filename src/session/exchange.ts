import { ErrorResponse, ErrorTimeout, type SigninResponse } from 'oidc-client-ts'
import { type Problem, ProblemError } from '../problem'
import { isBusy } from './get-json'
import { inTime } from './in-time'
import { oauthError } from './oauth-error'
import type { OAuthError } from './provider'

/** Tokens as the token endpoint gave them. */
export interface Tokens {
  readonly idToken: string
  readonly accessToken: string
  readonly refreshToken?: string
  /** What it says was granted; what was asked for when it says nothing. */
  readonly scope: string
}

/** The token endpoint, and what its refusals mean there. */
interface TokenEndpoint {
  readonly address: string
  readonly problemOf: (refusal: OAuthError) => Problem
}

/**
 * Waits for what the token endpoint answers to oidc-client-ts, which stops its own clock at the first header. A code works once, so
 * nothing is ever sent again. Rejects with a ProblemError. @see https://www.rfc-editor.org/rfc/rfc6749#section-5
 */
export async function received(response: Promise<SigninResponse>, endpoint: TokenEndpoint): Promise<Tokens> {
  const { id_token, access_token, refresh_token, scope } = await inTime(response).catch((error: unknown) => {
    throw error instanceof ProblemError ? error : new ProblemError(problemOf(error, endpoint), { cause: error })
  })
  if (!id_token) throw new ProblemError({ code: 'token-refused', failed: ['form'] })
  const refreshToken = textOf(refresh_token)
  return { idToken: id_token, accessToken: textOf(access_token), scope: scope ?? '', ...(refreshToken && { refreshToken }) }
}

/** Of anything but the ID token oidc-client-ts believes that it is text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function problemOf(error: unknown, { address, problemOf: meaningOf }: TokenEndpoint): Problem {
  if (error instanceof ErrorResponse) {
    const { error: word, error_description: description } = error
    return meaningOf(oauthError(word, description))
  }
  const isItsOwn = error instanceof TypeError && / is not a function/.test(error.message) // of scopes that are no text
  if (error instanceof ErrorTimeout || (error instanceof TypeError && !isItsOwn)) return { code: 'provider-unreachable', address }
  return problemOfText(error instanceof Error ? error.message : '', address)
}

/** oidc-client-ts tells these apart by their text alone, which its tests hold still. */
function problemOfText(message: string, address: string): Problem {
  if (/subject claim/.test(message)) return { code: 'token-refused', failed: ['sub'] }
  if (/invalid token/i.test(message)) return { code: 'token-refused', failed: ['form'] }
  if (/matching state|state does not match|mismatch/i.test(message)) return { code: 'answer-not-ours' }
  const status = Number(/\((\d{3})\)/.exec(message)?.[1])
  if (isBusy(status)) return { code: 'provider-busy', address, status }
  return { code: 'answer-unreadable', address, ...(status && { status }) }
}
