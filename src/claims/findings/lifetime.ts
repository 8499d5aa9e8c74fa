import { clockSkew } from '../../session/lifetime-checks'
import type { Sources } from '../subject'
import type { Finding, FindingCode, FindingInput } from './finding'

/** What there is to say of a token's times; which of them says it. */
export interface Standing {
  readonly code: Extract<FindingCode, 'token-expired' | 'token-not-yet' | 'token-endless'>
  readonly claim: 'exp' | 'nbf' | 'iat'
}

const [expired, tooEarly, issuedLater, endless]: readonly [Standing, Standing, Standing, Standing] = [
  { code: 'token-expired', claim: 'exp' },
  { code: 'token-not-yet', claim: 'nbf' },
  { code: 'token-not-yet', claim: 'iat' },
  { code: 'token-endless', claim: 'exp' },
]

/** How a token stands at a moment, in seconds since the epoch; undefined where it is in force. The same at every moment until it changes. */
export function standingAt({ id, access }: Sources, now: number): Standing | undefined {
  const claims = id ?? access
  if (!claims) return undefined
  const { exp, nbf, iat } = claims
  if (typeof exp !== 'number') return endless
  if (exp <= now - clockSkew) return expired
  if (isLater(nbf, now)) return tooEarly
  return isLater(iat, now) ? issuedLater : undefined
}

const isLater = (time: unknown, now: number): boolean => typeof time === 'number' && time > now + clockSkew

/** What is wrong with the times of a token for which nobody signed in here: of a sign-in it is told until when it holds. */
export const lifetimeFindings = ({ standing }: FindingInput): readonly Finding[] => (standing ? [{ ...standing, values: [] }] : [])

/** Whether it is about the token's times. */
export const isOfTimes = ({ code }: Finding): boolean => [expired, tooEarly, endless].some((standing) => standing.code === code)
