/** A page as the core sees it: an address and, once there is one, a document. Handed in, never taken from globals. */
export interface Page {
  readonly url: URL
  readonly document?: Document
}

/**
 * What kind of page a host product shows. `admin-login` is Confluence's second password question ("websudo"); `anonymous` is any
 * page that is shown to somebody who has not signed in.
 */
export type PageKind =
  | 'login'
  | 'login-failed'
  | 'sso-failed'
  | 'logged-out'
  | 'logging-out'
  | 'admin-login'
  | 'signed-in'
  | 'no-permission'
  | 'anonymous'
  | 'other'

/** A recognised page. Plain data: it is decided upon, shown in the popup and written in tests. */
export interface LoginPage {
  readonly host: string
  readonly kind: PageKind
  /** Origin and context path of the installation, ending in "/". */
  readonly baseUrl: string
  /** Version of the product, where the page states it. */
  readonly version?: string
  /** Id of the SSO app whose marks are on the page. */
  readonly ssoApp?: string
  /** The SSO app's own start link, where the page carries one, as a start template like `Door.start`. */
  readonly startLink?: string
  /** The SSO app is already on its way by itself. */
  readonly appRedirects: boolean
  /** The marks that led to this answer, as a person would find them. */
  readonly evidence: readonly string[]
}
