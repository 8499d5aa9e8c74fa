import type { Problem, ProblemCode } from '../../problem'
import type { Metadata } from '../../session/metadata'
import type { Trial } from '../../session/trial'
import type { Verification } from '../../session/verify'
import type { ProviderSettings, SiteSettings } from '../../settings/catalog'
import { choicesIn, mappedClaims, namedIn } from '../client-wish'
import type { CheckPorts } from './context'
import { failed, passed, type Result, skipped } from './result'

/** The judgements that are passed on one sign-in. */
export interface SignedIn {
  readonly signIn: Result
  readonly token: Result
  readonly signature: Result
  readonly userInfo: Result
}

/** Problems that come after the window has closed. */
const ofToken: readonly ProblemCode[] = ['code-refused', 'client-has-secret', 'token-refused', 'clock-wrong', 'keys-unreachable']
const later = skipped('needs-earlier')

/** Tells apart how far a sign-in came. */
export function signedIn(trial: Trial, { scopes }: ProviderSettings, { userinfo }: Metadata): SignedIn {
  if ('problem' in trial) return unfinished(trial.problem, trial.unverified?.verification)
  const withheld = ['openid', ...scopes].filter((scope) => !trial.scopes.includes(scope))
  return {
    signIn: passed(),
    token: withheld.length > 0 ? failed({ code: 'scopes-withheld', scopes: withheld }) : passed(passedOf(trial.verification)),
    signature: passed(foundOf('signature', trial.verification)),
    userInfo: userinfo ? (trial.userInfo ? passed() : failed({ code: 'userinfo-silent', address: userinfo })) : skipped('not-told'),
  }
}

function unfinished(problem: Problem, verification: Verification | undefined): SignedIn {
  if (problem.code === 'userinfo-of-somebody-else')
    return { signIn: passed(), token: passed(), signature: passed(), userInfo: failed(problem) }
  if (problem.code === 'token-refused' && problem.failed.includes('signature')) {
    const others = problem.failed.filter((name) => name !== 'signature')
    const token = others.length > 0 ? failed({ ...problem, failed: others }) : passed(passedOf(verification))
    return { signIn: passed(), token, signature: failed({ ...problem, failed: ['signature'] }), userInfo: later }
  }
  if (!ofToken.includes(problem.code)) return { signIn: failed(problem), token: later, signature: later, userInfo: later }
  const signature = verification ? passed(foundOf('signature', verification)) : later
  return { signIn: passed(), token: failed(problem), signature, userInfo: later }
}

const passedOf = (verification: Verification | undefined): string =>
  verification ? `${verification.checks.filter((check) => check.passed).length}/${verification.checks.length}` : ''

function foundOf(name: string, { checks }: Verification): string {
  const found = checks.find((check) => check.name === name)?.found
  return typeof found === 'string' ? found : ''
}

/** Every claim that the site's mapping names is in the ID token, as the site's SSO app spells it. */
export function claims({ mapping }: SiteSettings, app: string | undefined, trial: Trial, { spell }: CheckPorts): Result {
  if ('problem' in trial) return later
  const wanted = mappedClaims(mapping)
  if (wanted.length === 0) return skipped('not-needed')
  const there = spell(trial.claims, app)
  const isThere = (text: string): boolean => namedIn(text).every(({ as }) => there.includes(as))
  const missing = wanted.filter((text) => !choicesIn(text).some(isThere))
  return missing.length > 0 ? failed({ code: 'claims-missing', claims: missing }) : passed(wanted.join(', '))
}
