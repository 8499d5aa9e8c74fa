import type { Problem, ProblemCode } from '../problem'

/**
 * What a person can do about a problem of a sign-in: look into the options, try again, sign in as somebody else, let Latchkey see why, sign in
 * in a tab, have the connection checked.
 */
export type Way = 'options' | 'again' | 'another' | 'cause' | 'tab' | 'check'

/** What is done elsewhere, and only then tried again. */
const inOptions = ['options', 'again', 'check'] as const
const atProvider = ['again', 'check'] as const
/** Oftener a guest network that wants to be logged in to, or a VPN that is off, than an address that was never right. */
const inNetwork = ['again', 'options', 'check'] as const
const again = ['again'] as const

/** The likeliest way first; it alone stands out. A new problem code without ways does not compile. */
const waysAfter: { readonly [C in ProblemCode]: readonly Way[] } = {
  'not-configured': ['options', 'again'],
  'sign-in-cancelled': ['again', 'tab'],
  'sign-in-busy': ['again', 'tab'],
  'sign-in-interrupted': again,
  'settings-changed': again,
  // The provider would bring this account back unasked.
  'same-account': ['another'],
  'email-domain-not-allowed': ['another'],
  'login-required': again,
  'private-window': again,
  // A tab shows what the page says.
  'sign-in-page-failed': ['tab', 'again', 'check'],
  'sign-in-broke-off': ['tab', 'again', 'check'],
  'redirect-mismatch': atProvider,
  'unknown-client': inOptions,
  'login-pages-unavailable': atProvider,
  'client-has-secret': inOptions,
  'scope-refused': inOptions,
  'code-refused': atProvider,
  'grant-not-allowed': atProvider,
  'access-denied': ['again', 'another'],
  'identity-provider-failed': atProvider,
  'account-refused': ['another', 'again'],
  'sign-in-page-stale': again,
  'provider-refused': atProvider,
  'provider-unreachable': atProvider,
  'provider-busy': atProvider,
  'domain-not-found': inNetwork,
  'keys-unreachable': atProvider,
  'answer-unreadable': inNetwork,
  'pool-not-found': inOptions,
  'pool-has-no-domain': inOptions,
  'region-differs': inOptions,
  'domain-is-no-issuer': inOptions,
  'issuer-differs': inOptions,
  'domain-differs': inOptions,
  'answer-not-ours': again,
  'token-refused': atProvider,
  'clock-wrong': again,
  'userinfo-of-somebody-else': ['again', 'another', 'check'],
  // Whoever has signed out has nothing to try again.
  'sign-out-incomplete': [],
  'sign-out-unheard': [],
  'site-not-granted': ['tab', 'again'],
  'storage-failed': again,
  'storage-full': ['options', 'again'],
  'settings-from-newer': again,
  unexpected: ['again', 'tab', 'check'],
}

/** The ways on after a problem, the likeliest first; none after a sign-out. A code from a newer version has those of the unexpected. */
export function waysOn(problem: Problem): readonly Way[] {
  const ways = Object.hasOwn(waysAfter, problem.code) ? waysAfter[problem.code] : waysAfter.unexpected
  if (problem.code === 'token-refused' && problem.failed.includes('aud')) return inOptions
  // Without a status, the browser has not let us see why.
  return problem.code === 'sign-in-page-failed' && problem.status === undefined ? ['cause', ...ways] : ways
}
