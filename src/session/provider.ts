import type { Problem } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import type { Claims } from './session'
import type { Check } from './verify'

/** An OAuth error as a provider words it. `description` is free text: shown, never branched on. */
export interface OAuthError {
  readonly error: string
  readonly description?: string
}

/** What a problem may have to name. */
export interface About {
  readonly settings: ProviderSettings
  readonly callback: string
}

/** What sign-in needs to know of an identity provider's product beyond OpenID Connect discovery. One file each in providers/. */
export interface Provider {
  readonly kind: ProviderSettings['kind']
  /** Names of the settings without which nothing can be tried. */
  missing(settings: ProviderSettings): readonly string[]
  /** Issuers that may speak for these settings; discovery is read from the first. */
  issuersOf(settings: ProviderSettings): readonly string[]
  /** What is wrong with the authorization endpoint that discovery publishes (empty where it publishes none). */
  endpointProblem(found: { readonly issuer: string; readonly authorization: string }, settings: ProviderSettings): Problem | undefined
  /** Parameters of the authorization request that are its own, by their names there. */
  requestParameters(settings: ProviderSettings): Readonly<Record<string, string>>
  /** ID-token checks of its own. */
  checks(claims: Claims): readonly Check[]
  /** What a person would be shown at the authorize address, when it is no sign-in page. */
  pageProblem(page: { readonly status: number; readonly url: string }, about: About): Problem | undefined
  /** What an error in the redirect means. */
  answerProblem(error: OAuthError, about: About): Problem
  /** What an error of the token endpoint means. */
  tokenProblem(error: OAuthError, about: About): Problem
  /** Where its own session ends, coming back to `returnTo`. */
  logoutAddress(settings: ProviderSettings, returnTo: string): string | undefined
}
