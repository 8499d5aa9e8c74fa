import type { Account, Claims, Session } from '../session/session'
import { parseToken } from '../session/token'
import type { Verification } from '../session/verify'
import { type Person, personOf } from './claim'

/** What can speak of a person: the ID token, which SSO apps read, the access token, and the answer of userInfo. */
export type SourceName = 'id' | 'access' | 'userinfo'

/** What each source says, where there is one. */
export type Sources = Readonly<Partial<Record<SourceName, Claims>>>

/** Somebody whose claims lie on the workbench, wherever these come from. */
export interface Subject {
  /** Unique among those at hand. */
  readonly id: string
  readonly from: 'session'
  readonly person: Person
  /** Id of the provider in the settings. */
  readonly provider: string
  readonly sources: Sources
  /** The tokens themselves, where they are at hand. */
  readonly tokens: Readonly<Partial<Record<'id' | 'access', string>>>
  readonly verification: Verification
  /** When it runs out, in seconds since the epoch. */
  readonly until: number
}

/** The person of a finished sign-in. The access token is read but not judged: it came with the ID token, over the same line. */
export function subjectOf(account: Account & Partial<Session>): Subject {
  const { provider, claims, idToken, accessToken, userInfo, verification, expiresAt } = account
  const access = accessToken && parseToken(accessToken).token?.claims
  return {
    id: `session:${provider}:${claims['sub']}`,
    from: 'session',
    person: personOf(claims),
    provider,
    sources: { id: claims, ...(access && { access }), ...(userInfo && { userinfo: userInfo }) },
    tokens: { ...(idToken && { id: idToken }), ...(accessToken && { access: accessToken }) },
    verification,
    until: expiresAt,
  }
}
