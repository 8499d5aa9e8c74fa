/** A page as the core sees it: an address and a document. Handed in, never taken from globals. */
export interface SeenPage {
  readonly url: URL
  readonly document: Document
}

/**
 * What kind of page a host product shows. `admin-login` is Confluence's second password question ("websudo"); `anonymous` is any
 * page that is shown to somebody who has not signed in; `cloud` is a page of a hosted edition, whose sign-in is its maker's.
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
  | 'cloud'
  | 'other'

/** A recognised page. Plain data: it is decided upon, shown in the popup and written in tests. */
export interface LoginPage {
  readonly host: string
  readonly kind: PageKind
  /** Origin and context path of the installation, ending in "/". */
  readonly baseUrl: string
  /** Version of the product, where the page states it. */
  readonly version?: string | undefined
  /** Id of the SSO app whose marks are on the page. */
  readonly ssoApp?: string | undefined
  /** Where the SSO app's own link leads, where the page carries one or several to one place. */
  readonly startLink?: string | undefined
  /** The SSO app is already on its way by itself. */
  readonly appRedirects: boolean
  readonly evidence: Evidence
}

/** What each statement about a page was taken from, as a person would find it: path, query parameter, CSS selector. */
interface Evidence {
  /** That the page is the product's. */
  readonly host: readonly string[]
  /** Beside those of the host. */
  readonly kind: readonly string[]
  readonly version?: string | undefined
  readonly ssoApp?: string | undefined
}
