import { ProblemError } from '../problem'
import type { Metadata } from './metadata'
import { oauthError } from './oauth-error'
import type { OAuthError } from './provider'

/** The request that an answer must belong to. */
export interface Asked {
  readonly redirectUri: string
  readonly state: string
  readonly metadata: Pick<Metadata, 'issuer' | 'authorization' | 'namesItself'>
}

/**
 * Looks at an authorization response before anything is done with it: undefined when it carries a code for this very request,
 * the provider's error when it carries one. Throws a ProblemError: `answer-not-ours` for everybody else's, `answer-unreadable`
 * for one without either.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://www.rfc-editor.org/rfc/rfc9207#section-2.4
 */
export function answerOf(returned: string, asked: Asked): OAuthError | undefined {
  const answer = parametersOf(returned, asked.redirectUri)
  if (!answer || !isOurs(answer, asked)) throw new ProblemError({ code: 'answer-not-ours' })
  const error = answer.get('error')
  if (error !== null) return oauthError(error, answer.get('error_description'))
  if (!answer.get('code')) throw new ProblemError({ code: 'answer-unreadable', address: asked.metadata.authorization })
  return undefined
}

/** The query of an address that is the redirect URI to the letter. */
function parametersOf(returned: string, redirectUri: string): URLSearchParams | undefined {
  const [address, query = ''] = returned.replace(/#.*/s, '').split(/\?(.*)/s)
  return address === redirectUri ? new URLSearchParams(query) : undefined
}

const single = ['code', 'state', 'iss', 'error']

function isOurs(answer: URLSearchParams, { state, metadata }: Asked): boolean {
  if (single.some((name) => answer.getAll(name).length > 1)) return false
  const iss = answer.get('iss')
  if (iss === null ? metadata.namesItself : iss !== metadata.issuer) return false
  // A refusal opens nothing, so one that has lost our state may still be told.
  return answer.get('state') === state || (answer.has('error') && !answer.has('state'))
}
