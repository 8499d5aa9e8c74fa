import type { StateStore } from 'oidc-client-ts'
import type { Problem } from '../problem'

/** A page of the sign-in, as far as the browser let us see it. */
export interface PageSeen {
  readonly url: string
  /** HTTP status; absent where none came. */
  readonly status?: number
  /** Why none came. */
  readonly failed?: 'no-such-host' | 'no-connection'
  /** The beginning of what it says. */
  readonly text?: string
  /** The server's clock, in seconds since the epoch. */
  readonly serverTime?: number
}

/** Keeps `state`, `nonce` and the PKCE verifier between request and answer, until whoever began the sign-in takes them away. Rejects with a ProblemError `storage-failed`. */
export type Pending = Pick<StateStore, 'set' | 'get' | 'remove'>

/** How a sign-in page is to be shown. */
export interface Showing {
  /** `false` shows nothing: it ends at once where the person would have to do something. */
  readonly interactive: boolean
  /** Hears of every page that is shown, where the host was granted to us. */
  onPage(page: PageSeen): void
  /** Settles once it is known whether the page is worth showing, and rejects where it is not. For browsers that show an error page like any other. */
  ready?(): Promise<unknown>
}

/** What signing in needs of the browser, handed in, so that the core can be run without one. */
export interface SignInPorts {
  /** The address that the provider sends the answer to; registered at the app client to the letter. */
  readonly redirectUri: string
  /**
   * Shows `url` to the person and resolves to the redirect that ends the flow. Rejects with a ProblemError: `sign-in-cancelled`,
   * `sign-in-busy`, `sign-in-page-failed` (nothing was shown), `sign-in-broke-off` (something was), `login-required`, …
   */
  openAuthWindow(url: string, showing: Showing): Promise<string>
  readonly pending: Pending
  /** Asks the authorize address without cookies; `undefined` where the host was not granted, or nothing answered. */
  preflight(url: string): Promise<PageSeen | undefined>
  /** Hears what is wrong with the page that the person has before them, and that it no longer is. */
  noticed(problem: Problem | undefined): void
  /** Seconds since the epoch. */
  now(): number
}
