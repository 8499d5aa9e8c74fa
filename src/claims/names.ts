import type { Claims } from '../session/session'
import type { Dialect } from './dialect'
import { byRank, isOfToken } from './glossary'

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
  const seen = claims ?? usual
  const ofPerson = Object.keys(seen)
    .filter((claim) => !isOfToken(claim))
    .sort(byRank)
  const spelt = ofPerson.flatMap((claim) => dialect.names(claim, seen[claim]))
  return [...new Set(spelt.flatMap(({ names }) => Object.values(names)))]
}
