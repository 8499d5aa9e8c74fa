import type { Tokens } from './exchange'
import { parseToken } from './token'

/** The scopes that were granted: by the access token where it can be read, since Cognito's token answer names none. */
export function grantedScopes({ accessToken, scope }: Pick<Tokens, 'accessToken' | 'scope'>): readonly string[] {
  const claimed = parseToken(accessToken).token?.claims['scope']
  return (typeof claimed === 'string' ? claimed : scope).split(' ').filter(Boolean)
}
