import type { SsoAppSigns } from '../login-page/signs'

/** One SSO app as its login page shows it. One file each; what else is known of it stands beside this under other names. */
export interface SsoApp extends SsoAppSigns {
  /** The name on its vendor's page. */
  readonly name: string
  /** Start of SSO relative to the base URL, with `{destination}`; undefined where it differs from site to site. */
  readonly start?: string
  /** Query parameter, "key" or "key=value", that leads to the plain form unless the site says otherwise. */
  readonly backdoor?: string
}

/** What an SSO app tells anybody about itself. */
export interface Discovery {
  /** Relative to the base URL; answers JSON to a plain GET. */
  readonly path: string
  /** Its answer as facts, or undefined where the answer is not this app's. Never throws: anything may answer. */
  read(answer: unknown, baseUrl: string): Discovered | undefined
}

/** What was found out about one site without asking anybody. */
export interface Discovered {
  readonly ssoApp: string
  /** As `Door.start`. */
  readonly start?: string
  readonly buttonText?: string
  /** The parameter of the emergency way in, or null where the site has switched it off. */
  readonly backdoor?: string | null
  /** The app redirects from the login page by itself. */
  readonly serverRedirects?: boolean
}
