/** What to do on a page, and why. The popup shows `because`, so that a quiet extension can be questioned. */
export type Decision =
  | { readonly act: 'stay'; readonly because: Reason }
  | { readonly act: 'redirect' | 'offer' | 'countdown'; readonly to: string; readonly because: Reason }

/** A decision as it is told: the address that it leads to may hold what is nobody else's business. */
export type Told = Pick<Decision, 'act' | 'because'>

/** Every reason that a decision can have. `detail` is what a person would look for, such as the query parameter that was seen. */
export interface Reason {
  readonly code: ReasonCode
  readonly detail?: string | undefined
}

/** Reasons for which a button leads to one more try, and says so: it stands beside an SSO app's own. */
export const oneMoreTry: readonly ReasonCode[] = ['logged-out', 'held-off', 'tried-already', 'sso-failed']

/** Why something was decided. The words for each stand in `ui/`. */
export type ReasonCode =
  | 'not-a-login-page'
  | 'signed-in'
  | 'cloud'
  | 'no-permission'
  | 'site-off'
  | 'backdoor'
  | 'backdoor-earlier'
  | 'ending-session'
  | 'anonymous'
  | 'missed-page'
  | 'logged-out'
  | 'held-off'
  | 'login-failed'
  | 'sso-failed'
  | 'admin-login'
  | 'not-a-plain-visit'
  | 'no-sso-app'
  | 'several-providers'
  | 'button-there'
  | 'server-redirects'
  | 'foreign-destination'
  | 'typed-in'
  | 'tried-already'
  | 'told-to-stay'
  | 'told-to-offer'
  | 'told-to-redirect'
  | 'told-to-count-down'
