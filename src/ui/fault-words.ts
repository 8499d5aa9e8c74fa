import type { Fault, Trouble } from '../setup/check/result'
import { listOf } from './list-words'
import { type Clipping, type ProblemWords, problemInWords } from './problem-words'
import { say } from './words'

type Of<C extends Trouble['code']> = Extract<Trouble, { code: C }>

const words = (title: string, next: string, ...clippings: readonly Clipping[]): ProblemWords => ({ title, next, clippings })

/** New trouble without words does not compile. */
const wordsFor: { readonly [C in Trouble['code']]: (trouble: Of<C>) => ProblemWords } = {
  'site-silent': ({ address }) => words(say('trouble_site_silent'), say('trouble_site_silent_next', address)),
  'site-ill': ({ address, status }) => words(say('trouble_site_ill', String(status)), say('trouble_site_ill_next', address)),
  'not-confluence': ({ address }) => words(say('trouble_not_confluence'), say('trouble_not_confluence_next', address)),
  'app-unknown': () => words(say('trouble_app_unknown'), say('trouble_app_unknown_next')),
  'app-off': ({ path }) => words(say('trouble_app_off'), say('trouble_app_off_next', path)),
  'app-several': () => words(say('trouble_app_several'), say('trouble_app_several_next')),
  'start-unknown': () => words(say('trouble_start_unknown'), say('trouble_start_unknown_next')),
  'start-astray': ({ address, status, domain }) =>
    words(say('trouble_start_astray', domain), say('trouble_start_astray_next', status ? `${address} (${status})` : address)),
  'keys-useless': ({ address }) => words(say('trouble_keys_useless'), say('trouble_keys_useless_next', address)),
  'scopes-withheld': ({ scopes }) => words(say('trouble_scopes_withheld', listOf(scopes)), say('trouble_scopes_withheld_next')),
  'userinfo-silent': ({ address }) => words(say('trouble_userinfo_silent'), say('trouble_userinfo_silent_next', address)),
  'claims-missing': ({ claims }) => words(say('trouble_claims_missing', listOf(claims)), say('trouble_claims_missing_next')),
  'logout-refused': ({ logoutUri, clientId }) =>
    words(
      say('trouble_logout_refused'),
      say('trouble_logout_refused_next'),
      { label: say('signOutAddress'), value: logoutUri },
      { label: say('clientIdLabel'), value: clientId },
    ),
}

/** What a check found wrong, in plain words, with its mend. */
export function faultInWords(fault: Fault): ProblemWords {
  if (!Object.hasOwn(wordsFor, fault.code)) return problemInWords(fault as Exclude<Fault, Trouble>)
  const speak = wordsFor[fault.code as Trouble['code']] as (trouble: Fault) => ProblemWords
  return speak(fault)
}
