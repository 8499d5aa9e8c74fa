import type { Mutation } from '../session/mutation'
import { vectors } from '../session/vectors'

/** One of the OpenID Foundation's cases for relying parties. @see https://openid.net/certification/connect_rp_testing/ */
export interface RpCase {
  readonly id: string
  /** Its name in the Foundation's first suite, where it had one. */
  readonly legacy: string
  readonly plans: readonly string[]
  /** How the provider misbehaves. */
  readonly mutation: readonly Mutation[]
  /** What the Foundation holds to be right; `either` leaves a choice. */
  readonly oidf_expect: string
  /** What Latchkey holds to be right; where the Foundation leaves a choice, it is the strict one. */
  readonly our_expect: 'accept' | 'reject' | 'adapted' | 'n/a'
}

/** All of them, none where the vectors of others are not on this machine. */
export const { cases: rpCases } = vectors<{ cases: readonly RpCase[] }>('rp-conformance/rp-conformance.json', { cases: [] })

/** Those that Latchkey judges in this way, under their whole ids. */
export const casesThat = (wanted: RpCase['our_expect']) =>
  rpCases.flatMap((each) => (each.our_expect === wanted ? [[each.id, each] as const] : []))

/** Whether the case is about a session that is renewed. */
export const isRenewal = ({ id }: RpCase): boolean => id.includes('refresh-token')
/** Whether the provider's key changes between two sign-ins or within one. */
export const isRotation = ({ id }: RpCase): boolean => id.includes('key-rotation')

const signIn = ['discovery', 'authorization', 'token', 'userinfo']
const renewal = ['discovery', 'token', 'userinfo']

/** The endpoint that showed the provider's fault: nothing may be asked after it. */
const faultyEndpoints: Readonly<Record<string, string>> = { metadata: 'discovery', authz_response: 'authorization', userinfo: 'userinfo' }

/** Whether the fault shows at a second sign-in alone. */
export const isAboutTwo = ({ mutation }: RpCase): boolean => mutation.some(({ when }) => when === 'second-login')

/** The endpoints that may be asked in the course of the case, in order, but for its keys, which may be read again at any time. */
export function legalPath(each: RpCase): readonly string[] {
  const isRefused = each.our_expect === 'reject'
  if (isRenewal(each)) return [...signIn, ...(isRefused ? renewal.slice(0, -1) : renewal)]
  const fault = faultyEndpoints[each.mutation.at(-1)?.at ?? ''] ?? 'token'
  return isRefused ? signIn.slice(0, signIn.indexOf(fault) + 1) : signIn
}

/** What was asked, in order, without the keys. */
export const pathOf = (seen: readonly { readonly endpoint: string }[]): readonly string[] =>
  seen.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== 'jwks')
