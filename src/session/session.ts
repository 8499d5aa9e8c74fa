import type { Problem } from '../problem'
import type { Verification } from './verify'

/** The claims of a token, as they stand in its payload. */
export type Claims = Readonly<Record<string, unknown>>

/** A finished, verified sign-in at one provider. Lives in `storage.session` only. Times are seconds since the epoch. */
export interface Session {
  /** Id of the provider in the settings. */
  readonly provider: string
  readonly clientId: string
  readonly issuer: string
  readonly idToken: string
  readonly accessToken: string
  readonly refreshToken?: string
  readonly claims: Claims
  /** Absent when userInfo could not be read: that is not a reason to refuse a verified login. */
  readonly userInfo?: Claims
  /** What the access token says was granted. */
  readonly scopes: readonly string[]
  readonly verification: Verification
  readonly signedInAt: number
  readonly expiresAt: number
}

/** How the last attempt to sign in at a provider stands, while there is something to say about it. */
export type SignInState =
  | { readonly phase: 'running'; readonly since: number }
  | {
      readonly phase: 'failed'
      readonly at: number
      readonly problem: Problem
      readonly unverified?: { readonly claims: Claims; readonly verification: Verification }
    }
