import type { StateStore } from 'oidc-client-ts'

/** What signing in needs of the browser, handed in, so that the core can be run without one. */
export interface SignInPorts {
  /** The address that the provider sends the answer to; registered at the app client to the letter. */
  readonly redirectUri: string
  /**
   * Shows `url` to the person and resolves to the redirect that ends the flow; `interactive: false` shows nothing.
   * Rejects with a ProblemError: `sign-in-cancelled`, `sign-in-busy`, `sign-in-page-failed`, …
   */
  openAuthWindow(url: string, options: { readonly interactive: boolean }): Promise<string>
  /** Keeps `state`, `nonce` and the PKCE verifier between request and answer. */
  readonly pending: StateStore
  /**
   * Asks the authorize address without cookies, where the browser was granted the host: HTTP status and final address.
   * `undefined` where it was not.
   */
  preflight(url: string): Promise<{ readonly status: number; readonly url: string } | undefined>
  /** Seconds since the epoch. */
  now(): number
}
