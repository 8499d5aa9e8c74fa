import type { Problem, ProblemCode } from '../problem'
import { lifetimeClaims } from '../session/lifetime-claims'
import { checkLabel } from './check-words'
import { listOf } from './list-words'
import { settingLabel } from './setting-words'
import { amountOf } from './times'
import { say } from './words'

/** Something to be pasted elsewhere in order to mend a problem. */
export interface Clipping {
  readonly label: string
  readonly value: string
}

/** A problem as a person reads it: what happened, what to do next, and what they need for that. */
export interface ProblemWords {
  readonly title: string
  readonly next: string
  readonly clippings: readonly Clipping[]
}

type Of<C extends ProblemCode> = Extract<Problem, { code: C }>

const words = (title: string, next: string, ...clippings: readonly Clipping[]): ProblemWords => ({ title, next, clippings })
const callback = (value: string): Clipping => ({ label: say('callbackAddress'), value })
const client = (value: string): Clipping => ({ label: say('clientIdLabel'), value })

const withStatus = (sentence: string, status: number | undefined): string =>
  status === undefined ? sentence : say('withHttpStatus', sentence, String(status))
const withAnswer = (sentence: string, answer: string | undefined): string => (answer ? say('withAnswer', sentence, answer) : sentence)

/** What to do about a token, where what is wrong with it says more than that something is. */
function tokenRefusedNext(failed: readonly string[]): string {
  if (failed.every((name) => lifetimeClaims.includes(name))) return say('tokenRefusedTimes')
  if (failed.includes('aud')) return say('tokenRefusedAudience')
  if (failed.includes('token_use')) return say('tokenRefusedUse')
  return failed.join() === 'nonce' ? say('tokenRefusedNonce') : say('tokenRefusedAgain')
}

/** A new problem code without words does not compile. */
const wordsFor: { readonly [C in ProblemCode]: (problem: Of<C>) => ProblemWords } = {
  'not-configured': ({ missing }) =>
    words(
      say('problem_not_configured'),
      say('problem_not_configured_next', listOf(missing.map((name) => settingLabel(`providers.${name}`).replace(/^providers\./, '')))),
    ),
  'sign-in-cancelled': () => words(say('problem_sign_in_cancelled'), say('problem_sign_in_cancelled_next')),
  'sign-in-busy': () => words(say('problem_sign_in_busy'), say('problem_sign_in_busy_next')),
  'sign-in-interrupted': () => words(say('problem_sign_in_interrupted'), say('problem_sign_in_interrupted_next')),
  'same-account': () => words(say('problem_same_account'), say('problem_same_account_next')),
  'login-required': () => words(say('problem_login_required'), say('problem_login_required_next')),
  'private-window': () => words(say('problem_private_window'), say('problem_private_window_next')),
  'settings-changed': () => words(say('problem_settings_changed'), say('problem_settings_changed_next')),
  'sign-in-page-failed': ({ domain, callback: url, clientId, status }) =>
    words(
      say('problem_sign_in_page_failed'),
      withStatus(say('problem_sign_in_page_failed_next', domain), status),
      callback(url),
      client(clientId),
    ),
  'sign-in-broke-off': ({ domain }) => words(say('problem_sign_in_broke_off'), say('problem_sign_in_broke_off_next', domain)),
  'redirect-mismatch': ({ callback: url, clientId }) =>
    words(say('problem_redirect_mismatch'), say('problem_redirect_mismatch_next'), callback(url), client(clientId)),
  'unknown-client': ({ clientId, domain }) =>
    words(say('problem_unknown_client'), say('problem_unknown_client_next', domain), client(clientId)),
  'login-pages-unavailable': ({ clientId }) =>
    words(say('problem_login_pages_unavailable'), say('problem_login_pages_unavailable_next'), client(clientId)),
  'client-has-secret': ({ clientId }) => words(say('problem_client_has_secret'), say('problem_client_has_secret_next'), client(clientId)),
  'scope-refused': ({ scopes, foreign }) =>
    words(
      say('problem_scope_refused'),
      foreign.length > 0 ? say('scopesForeign', listOf(foreign)) : say('problem_scope_refused_next', listOf(scopes)),
      { label: settingLabel('providers.scopes'), value: scopes.join(' ') },
    ),
  'code-refused': ({ clientId, scopes }) =>
    words(say('problem_code_refused'), say('problem_code_refused_next', listOf(scopes)), client(clientId)),
  'grant-not-allowed': ({ clientId }) => words(say('problem_grant_not_allowed'), say('problem_grant_not_allowed_next'), client(clientId)),
  'access-denied': ({ description }) => words(say('problem_access_denied'), withAnswer(say('problem_access_denied_next'), description)),
  'identity-provider-failed': ({ description }) =>
    words(say('problem_identity_provider_failed'), withAnswer(say('problem_identity_provider_failed_next'), description)),
  'account-refused': ({ description }) =>
    words(say('problem_account_refused'), withAnswer(say('problem_account_refused_next'), description)),
  'sign-in-page-stale': () => words(say('problem_sign_in_page_stale'), say('problem_sign_in_page_stale_next')),
  'provider-refused': ({ error, description }) =>
    words(say('problem_provider_refused'), say('problem_provider_refused_next', description || error), {
      label: say('details'),
      value: [error, description].filter(Boolean).join(': '),
    }),
  'provider-unreachable': ({ address }) => words(say('problem_provider_unreachable'), say('problem_provider_unreachable_next', address)),
  'provider-busy': ({ address, status, description }) =>
    words(say('problem_provider_busy'), withAnswer(say('problem_provider_busy_next', address, String(status)), description)),
  'domain-not-found': ({ domain }) => words(say('problem_domain_not_found'), say('problem_domain_not_found_next', domain)),
  'keys-unreachable': ({ address }) => words(say('problem_keys_unreachable'), say('problem_keys_unreachable_next', address)),
  'answer-unreadable': ({ address, status }) =>
    words(say('problem_answer_unreadable'), withStatus(say('problem_answer_unreadable_next', address), status)),
  'pool-not-found': ({ issuer }) => words(say('problem_pool_not_found'), say('problem_pool_not_found_next', issuer)),
  'pool-has-no-domain': () => words(say('problem_pool_has_no_domain'), say('problem_pool_has_no_domain_next')),
  'region-differs': ({ region, userPoolId }) =>
    words(say('problem_region_differs'), say('problem_region_differs_next', region, userPoolId)),
  'domain-is-no-issuer': ({ issuer }) => words(say('problem_domain_is_no_issuer'), say('problem_domain_is_no_issuer_next', issuer)),
  'issuer-differs': ({ configured, found }) => words(say('problem_issuer_differs'), say('problem_issuer_differs_next', configured, found)),
  'domain-differs': ({ configured, found }) => words(say('problem_domain_differs'), say('problem_domain_differs_next', configured, found)),
  'answer-not-ours': () => words(say('problem_answer_not_ours'), say('problem_answer_not_ours_next')),
  'token-refused': ({ failed }) =>
    words(say('problem_token_refused'), `${say('problem_token_refused_next', listOf(failed.map(checkLabel)))} ${tokenRefusedNext(failed)}`),
  'clock-wrong': ({ seconds }) => {
    const apart = seconds > 0 ? say('clockAhead', amountOf(seconds)) : say('clockBehind', amountOf(-seconds))
    return words(say('problem_clock_wrong'), `${apart} ${say('problem_clock_wrong_next')}`)
  },
  'userinfo-of-somebody-else': () => words(say('problem_userinfo_of_somebody_else'), say('problem_userinfo_of_somebody_else_next')),
  'email-domain-not-allowed': ({ domain, allowed }) =>
    words(say('problem_email_domain_not_allowed'), say('problem_email_domain_not_allowed_next', domain, listOf(allowed))),
  'sign-out-incomplete': ({ logoutUri }) =>
    words(say('problem_sign_out_incomplete'), say('problem_sign_out_incomplete_next'), { label: say('signOutAddress'), value: logoutUri }),
  'sign-out-unheard': () => words(say('problem_sign_out_unheard'), say('problem_sign_out_unheard_next')),
  'site-not-granted': ({ origins }) => words(say('problem_site_not_granted'), say('problem_site_not_granted_next', listOf(origins))),
  'storage-failed': ({ message }) =>
    words(say('problem_storage_failed'), say('problem_storage_failed_next'), { label: say('details'), value: message }),
  'storage-full': () => words(say('problem_storage_full'), say('problem_storage_full_next')),
  'settings-from-newer': () => words(say('problem_settings_from_newer'), say('problem_settings_from_newer_next')),
  unexpected: ({ message }) => words(say('problem_unexpected'), say('problem_unexpected_next'), { label: say('details'), value: message }),
}

/** What to say of a problem. A code from a newer version is called unexpected. */
export function problemInWords(problem: Problem): ProblemWords {
  const speak = (Object.hasOwn(wordsFor, problem.code) ? wordsFor[problem.code] : undefined) as ((p: Problem) => ProblemWords) | undefined
  return speak ? speak(problem) : wordsFor.unexpected({ code: 'unexpected', message: problem.code })
}
