import type { Account, Claims, Session } from '../session/session'
import { parseToken } from '../session/token'
import type { Verification } from '../session/verify'
import { parseExactly } from './exact-json'
import type { Finding } from './findings/finding'
import { payloadOf } from './payload'
import { type Person, personOf } from './person'
import type { Redaction } from './redact'

/** What can speak of a person: the ID token, which SSO apps read, the access token, and the answer of userInfo. */
export type SourceName = 'id' | 'access' | 'userinfo'

/** What each source says, where there is one. */
export type Sources = Readonly<Partial<Record<SourceName, Claims>>>

/** Tokens themselves. */
export type TokenTexts = Readonly<Partial<Record<'id' | 'access', string>>>

/** Somebody whose claims lie on the workbench, wherever these come from. */
export interface Subject {
  /** Unique among those at hand. */
  readonly id: string
  /** `kept` claims are redacted. */
  readonly from: 'session' | 'pasted' | 'kept'
  readonly person: Person
  /** Id of the provider in the settings, where one of them issued the claims. */
  readonly provider?: string
  readonly sources: Sources
  /** By which the claims were redacted; absent where they were not. */
  readonly redaction?: Redaction
  readonly tokens: TokenTexts
  /** When a sign-in runs out, in seconds since the epoch; absent of claims for which nobody signed in here. */
  readonly until?: number
  /** Absent where nothing has been verified. */
  readonly verification?: Verification
  /** What was found when the claims could still be read; absent where they can. */
  readonly findings?: readonly Finding[]
}

/** The person of a finished sign-in. The access token is read but not judged: it came with the ID token, over the same line. */
export function subjectOf(account: Account & Partial<Session>): Subject {
  const { provider, claims, payload, idToken, accessToken, userInfo, verification, expiresAt } = account
  const [id, access] = [payload === undefined ? claimsOf(idToken) : exactly(payload), claimsOf(accessToken)]
  const tokens = { ...(idToken && { id: idToken }), ...(accessToken && { access: accessToken }) }
  return {
    id: `session:${provider}:${claims['sub']}`,
    from: 'session',
    person: personOf(claims),
    provider,
    sources: { id: id ?? claims, ...(access && { access }), ...(userInfo && { userinfo: userInfo }) },
    tokens,
    until: expiresAt,
    verification,
  }
}

/** Whoever pasted tokens speak of. */
export function pastedSubject(tokens: TokenTexts): Subject {
  const [id, access] = [claimsOf(tokens.id), claimsOf(tokens.access)]
  const sources = { ...(id && { id }), ...(access && { access }) }
  return { id: 'pasted', from: 'pasted', person: personOf(id ?? access ?? {}), sources, tokens }
}

/** What a token says, whole numbers with all their digits; undefined of what is no token. */
const claimsOf = (jwt: string | undefined): Claims | undefined =>
  jwt !== undefined && parseToken(jwt).token ? exactly(payloadOf(jwt)) : undefined

const exactly = (payload: string): Claims => parseExactly(payload) as Claims
