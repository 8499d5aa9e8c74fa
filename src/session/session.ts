import type { Problem } from '../problem'
import type { Requested } from './begin'
import type { Verification } from './verify'

/** The claims of a token, as they stand in its payload. */
export type Claims = Readonly<Record<string, unknown>>

/** What a verified sign-in said of a person. It outlives its tokens. Times are seconds since the epoch. */
export interface Account {
  /** Id of the provider in the settings. */
  readonly provider: string
  readonly clientId: string
  readonly issuer: string
  readonly claims: Claims
  /** What the ID token said, as JSON and letter by letter, once that is gone: browsers round large numbers in claims. */
  readonly payload?: string
  /** Absent when userInfo could not be read: that is not a reason to refuse a verified login. */
  readonly userInfo?: Claims
  /** What the access token says was granted. */
  readonly scopes: readonly string[]
  readonly verification: Verification
  readonly signedInAt: number
  readonly expiresAt: number
  /** Where its refresh token is made invalid. */
  readonly revocation?: string
  /** Where the provider's own session ends, by OpenID's manner. */
  readonly endSession?: string
}

/** An account that is signed in. Lives in `storage.session` only. */
export interface Session extends Account {
  readonly idToken: string
  readonly accessToken: string
  readonly refreshToken?: string
  /** Refresh tokens of earlier sign-ins of the same person, which nobody uses any more. */
  readonly earlier?: readonly string[]
  /** Since when the network has stood in the way of its renewal, and when that was last tried. */
  readonly failing?: { readonly since: number; readonly last: number }
}

/** How the last attempt to sign in at a provider stands, while there is something to say about it. */
export type SignInState =
  | RunningSignIn
  | {
      readonly phase: 'failed'
      readonly at: number
      /** Another account was asked for than the one in front. */
      readonly isAfresh?: true
      readonly problem: Problem
      readonly unverified?: { readonly claims: Claims; readonly verification: Verification }
    }

/** A sign-in under way. */
export interface RunningSignIn {
  readonly phase: 'running'
  readonly since: number
  /** Another sign-in has to end first, or a sign-out. */
  readonly isWaiting?: true
  /** Another account is asked for than the one in front. */
  readonly isAfresh?: true
  /** The browser's window with the sign-in page, once there is one. */
  readonly window?: number
  /** The tab with the sign-in page, where it is in a tab. */
  readonly tab?: SignInTab
  /** What is wrong with the page that is shown there. */
  readonly page?: Problem
}

/** A sign-in page in an ordinary tab: its answer may come when the background has long been asleep. */
export interface SignInTab {
  readonly id: number
  /** The tab that was in front before. */
  readonly from?: number
  /** What the answer has to fit. */
  readonly requested: Requested
  /** The letters of the settings by which it was begun. */
  readonly by: string
}
