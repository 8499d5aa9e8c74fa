import type { Problem } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import type { PageSeen } from './ports'
import type { Account, Claims } from './session'
import type { Check } from './verify'

/** An OAuth error as a provider words it. `description` is free text: whoever looks into it must be right without it as well. */
export interface OAuthError {
  readonly error: string
  readonly description?: string
}

/** What a problem may have to name. */
export interface About {
  readonly settings: ProviderSettings
  readonly callback: string
}

/** What a problem with an answer may have to name. */
export interface AboutAnswer extends About {
  /** Who has answered. */
  readonly address: string
}

/** Endpoints as discovery publishes them, "" where it publishes none. */
export interface PublishedEndpoints {
  readonly issuer: string
  readonly authorization: string
  readonly jwks: string
}

/** What sign-in needs to know of an identity provider's product beyond OpenID Connect discovery. One file each in providers/. */
export interface Provider {
  readonly kind: ProviderSettings['kind']
  /** Names of the settings without which nothing can be tried. */
  missing(settings: ProviderSettings): readonly string[]
  /** What is wrong with the settings that can be told without asking anybody. */
  settingsProblem(settings: ProviderSettings): Problem | undefined
  /** Issuers that may speak for these settings, the one that they name alone. Discovery is read from the first that has any. */
  issuersOf(settings: ProviderSettings): readonly string[]
  /** Where an issuer of this kind publishes its keys; undefined for an issuer that is none of this kind. */
  keysOf(issuer: string): string | undefined
  /** What is wrong with the endpoints that discovery publishes. */
  endpointProblem(found: PublishedEndpoints, settings: ProviderSettings): Problem | undefined
  /** Parameters of the authorization request that are its own, by their names there. */
  requestParameters(settings: ProviderSettings): Readonly<Record<string, string>>
  /** ID-token checks of its own. */
  checks(claims: Claims): readonly Check[]
  /** What it means that a person is shown this page in place of a sign-in page; undefined where that is not known. */
  pageProblem(page: PageSeen, about: About): Problem | undefined
  /** What an error in the redirect means. */
  answerProblem(error: OAuthError, about: AboutAnswer): Problem
  /** What an error of the token endpoint means. */
  tokenProblem(error: OAuthError, about: AboutAnswer): Problem
  /** Some of its pages ask nobody again who is signed in there, whatever they are told: its session has to end first. */
  readonly mayIgnorePrompt: boolean
  /** A renewed token of it may call its renewal the login, by `auth_time`. */
  readonly mayMoveAuthTime: boolean
  /** Where its own session ends, coming back to `returnTo`; an account that was signed in may know more than the settings. */
  logoutAddress(settings: ProviderSettings, returnTo: string, account?: Pick<Account, 'endSession'>): string | undefined
}
