import type { Door } from './door'
import type { LoginPage } from './page'

/** What happened before on this tab and site. */
export interface History {
  /** Latchkey's own redirects from this tab, newest last, in milliseconds since the epoch. */
  readonly redirects: readonly number[]
  /** Latchkey stands back for a while: somebody logged out, asked for the plain form, or a loop was seen. */
  readonly standBack: StandBack['because'] | undefined
  /** The page was reached from a login page: a form was sent, and leaving would hide the answer. */
  readonly fromLoginPage: boolean
  /** The page was reached by a redirect of the site's own. */
  readonly wasRedirected: boolean
  /** The person has begun to type into the form. */
  readonly typed: boolean
}

/**
 * Under this name and its base URL a site's pages in one tab remember that the plain form was asked for, in the store that all pages of
 * an origin share.
 */
export const formMemory = 'latchkey.form '

/** A site, or a site in one tab, that is left alone until then, in milliseconds since the epoch. */
export interface StandBack {
  readonly until: number
  readonly because: 'held-off' | 'tried-already' | 'backdoor-earlier' | 'not-a-plain-visit'
  /** After a logout: in which cookie stores it was. Those of private windows and of containers share no session with any other. */
  readonly leftIn?: readonly string[]
}

/** Everything that a decision depends on. `now` is in milliseconds since the epoch. */
export interface Circumstances {
  readonly page: LoginPage | undefined
  readonly url: URL
  readonly door: Door
  readonly history: History
  readonly now: number
}
