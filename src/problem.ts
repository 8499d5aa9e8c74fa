/** What is to be looked at where nobody can say why there is no sign-in page. */
interface SignInPageFailed {
  readonly code: 'sign-in-page-failed'
  readonly domain: string
  readonly callback: string
  readonly clientId: string
  /** HTTP status, where the browser let us see it. */
  readonly status?: number
}

/** Everything that can go wrong in a way a person should read about. Plain data: it crosses message and storage boundaries. */
export type Problem =
  | { readonly code: 'not-configured'; readonly missing: readonly string[] }
  | { readonly code: 'sign-in-cancelled' }
  | { readonly code: 'sign-in-busy' }
  /** The background was stopped in mid-flow (update, crash, restart): nothing half-written is left. */
  | { readonly code: 'sign-in-interrupted' }
  /** The settings were changed in mid-flow, so what came back belongs to a provider that is no longer configured. */
  | { readonly code: 'settings-changed' }
  /** Another account was asked for, and the provider did not ask who it is. */
  | { readonly code: 'same-account' }
  /** Only for a sign-in without a window: the provider wants to see the person. */
  | { readonly code: 'login-required' }
  | { readonly code: 'private-window' }
  /** The sign-in page answered with an HTTP error, which the browser hides: the likely causes, most likely first. */
  | SignInPageFailed
  /** The same after a page had been shown: a wrong password, a captcha, an IdP's own 401. */
  | { readonly code: 'sign-in-broke-off'; readonly domain: string }
  | { readonly code: 'redirect-mismatch'; readonly callback: string; readonly clientId: string }
  | { readonly code: 'unknown-client'; readonly clientId: string; readonly domain: string }
  | { readonly code: 'login-pages-unavailable'; readonly clientId: string }
  | { readonly code: 'client-has-secret'; readonly clientId: string }
  /** `foreign` are those among them that the provider does not know at all. */
  | { readonly code: 'scope-refused'; readonly scopes: readonly string[]; readonly foreign: readonly string[] }
  | { readonly code: 'code-refused'; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly code: 'grant-not-allowed'; readonly clientId: string }
  /** The person, or an identity provider behind the pool, said no. */
  | { readonly code: 'access-denied'; readonly description?: string }
  /** An identity provider behind the pool failed, or the pool failed at it. */
  | { readonly code: 'identity-provider-failed'; readonly description?: string }
  /** The account may not sign in: not confirmed, disabled, turned away by a trigger. */
  | { readonly code: 'account-refused'; readonly description: string }
  /** The sign-in page no longer knew which sign-in it belonged to. */
  | { readonly code: 'sign-in-page-stale' }
  /** Any other OAuth error; `error` is the registered word, `description` the server's own text. */
  | { readonly code: 'provider-refused'; readonly error: string; readonly description?: string }
  | { readonly code: 'provider-unreachable'; readonly address: string }
  /** It answered that it has too much to do, or that it is broken. */
  | { readonly code: 'provider-busy'; readonly address: string; readonly status: number; readonly description?: string }
  | { readonly code: 'domain-not-found'; readonly domain: string }
  | { readonly code: 'keys-unreachable'; readonly address: string }
  /** Something answered, but not what was asked for: a captive portal, a proxy's page, a wrong address. */
  | { readonly code: 'answer-unreadable'; readonly address: string; readonly status?: number }
  | { readonly code: 'pool-not-found'; readonly issuer: string }
  | { readonly code: 'pool-has-no-domain'; readonly issuer: string }
  | { readonly code: 'region-differs'; readonly region: string; readonly userPoolId: string }
  /** The address of the login pages stands where the issuer belongs. */
  | { readonly code: 'domain-is-no-issuer'; readonly issuer: string }
  | { readonly code: 'issuer-differs'; readonly configured: string; readonly found: string }
  | { readonly code: 'domain-differs'; readonly configured: string; readonly found: string }
  /** `state` or RFC 9207 `iss` did not match: the answer belongs to another sign-in. */
  | { readonly code: 'answer-not-ours' }
  /** The ID token failed the named checks. */
  | { readonly code: 'token-refused'; readonly failed: readonly string[] }
  /** Its times do not fit this computer's clock, and the server's clock says whose fault that is. Positive: ours is ahead. */
  | { readonly code: 'clock-wrong'; readonly seconds: number }
  | { readonly code: 'userinfo-of-somebody-else' }
  | { readonly code: 'email-domain-not-allowed'; readonly domain: string; readonly allowed: readonly string[] }
  /** The provider's own session may live on. */
  | { readonly code: 'sign-out-incomplete'; readonly logoutUri: string }
  /** The provider could not be told to forget the refresh token. */
  | { readonly code: 'sign-out-unheard' }
  | { readonly code: 'site-not-granted'; readonly origins: readonly string[] }
  | { readonly code: 'storage-failed'; readonly message: string }
  /** The browser's room for the extension is used up. */
  | { readonly code: 'storage-full' }
  /** Written by a newer version, which knows more: to write them would lose some. */
  | { readonly code: 'settings-from-newer' }
  | { readonly code: 'unexpected'; readonly message: string }

/** What a problem is, without what it names. */
export type ProblemCode = Problem['code']

/** Carries a problem through code that throws. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.code, options)
  }
}

/** What is said of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The problem behind whatever was thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { code: 'unexpected', message: messageOf(error) }

/** Whether something has failed, of several that were waited for. */
export const isFailure = (result: PromiseSettledResult<unknown>): result is PromiseRejectedResult => result.status === 'rejected'
