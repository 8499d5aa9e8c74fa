import type { SsoAppSigns } from '../login-page/signs'
import type { Question } from '../setup/discover'

/** One SSO app as its login page shows it. One file each; what else is known of it stands beside this under other names. */
export interface SsoApp extends SsoAppSigns {
  /** The name on its vendor's page. */
  readonly name: string
  /** Start of SSO relative to the base URL, with `{destination}`; undefined where it differs from site to site. */
  readonly start?: string
  /** Query parameter, "key" or "key=value", that leads to the plain form unless the site says otherwise. */
  readonly backdoor?: string
}

/** What an SSO app tells anybody about itself: what to ask, and how to read the answer. */
export type Discovery = Question

/** How to switch an app's emergency way in on again on the server: a command to copy, or the name of a file. */
export type Rescue = (baseUrl: string) => string
