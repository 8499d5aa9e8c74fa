import type { Claims } from '../session/session'
import type { Dialect } from './dialect'
import { isOfToken } from './glossary'
import { rowsOf } from './rows'

/** What Cognito usually says of a person: in place of claims that nobody has seen yet. */
const usual: Claims = {
  'cognito:username': '',
  preferred_username: '',
  email: '',
  name: '',
  given_name: '',
  family_name: '',
  'cognito:groups': [],
  sub: '',
}

/** Every name that can be typed into an SSO app's form for these claims, or for the usual ones; what people look for first. */
export function namesFor(claims: Claims | undefined, dialect: Dialect): readonly string[] {
  const rows = rowsOf(claims ?? usual, dialect).filter(({ claim }) => !isOfToken(claim))
  return [...new Set(rows.flatMap(({ names }) => Object.values(names)))]
}
