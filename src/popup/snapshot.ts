import type { Write } from '../claims/dialect'
import type { Decision } from '../login-page/decision'
import type { LoginPage } from '../login-page/page'
import type { JournalEntry } from '../platform/journal-store'
import type { FrontTab } from '../platform/tabs'
import type { Account, SignInState } from '../session/session'
import type { Brief } from '../settings/brief'
import type { Emergency } from '../sso-apps/rescue'
import type { Elsewhere } from './elsewhere'

/** Addresses that lead into a site; absent where they are not known. */
export interface Ways {
  /** Single sign-on that comes back to the page in front. */
  readonly start?: string
  /** The plain login form. */
  readonly backdoor?: string
  /** What to do where the server has switched the emergency way in off. */
  readonly doubt?: Emergency
  /** The site has several identity providers, and none is chosen. */
  readonly severalProviders?: true
}

/** Everything that the popup shows, as it was read at one moment. */
export interface Snapshot {
  readonly settings: Brief
  readonly tab?: FrontTab | undefined
  /** Where the page in front is no site's. */
  readonly elsewhere?: Elsewhere | undefined
  readonly decision?: Decision | undefined
  /** What the page in front was taken for. */
  readonly page?: LoginPage | undefined
  readonly journal: readonly JournalEntry[]
  /** Id of the SSO app of each site of which it is known, by base URL. */
  readonly ssoApps: Readonly<Record<string, string>>
  /** By base URL, for the sites that are shown. */
  readonly ways: Readonly<Record<string, Ways>>
  /** By provider id. */
  readonly accounts: Readonly<Record<string, readonly Account[]>>
  /** Writes claims as JSON where numbers in them are too large for the browser's own way. */
  readonly json?: Write
  /** By provider id. */
  readonly signIns: Readonly<Record<string, SignInState>>
  /** Match patterns of the hosts on which Latchkey may not act yet, of all sites that are on: one click allows them all. */
  readonly missing: readonly string[]
}
