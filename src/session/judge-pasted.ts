import { type Problem, problemOf } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { judge } from './judge'
import { discoverMetadata } from './metadata'
import type { Provider } from './provider'
import { parseToken } from './token'
import type { Verification } from './verify'

/** Who can vouch for a token: a pool of the settings, a pool that nobody has configured but that can be asked, or nobody we know. */
export type Voucher =
  | { readonly kind: 'configured'; readonly issuer: string; readonly settings: ProviderSettings; readonly provider: Provider }
  | { readonly kind: 'reachable'; readonly issuer: string; readonly jwks: string; readonly provider: Provider }
  | { readonly kind: 'unknown'; readonly issuer: string }

/** Whose keys a token names. It only says so itself, so that nobody is asked unless the person wants it or has configured it. */
export function voucherFor(jwt: string, settings: readonly ProviderSettings[], providers: readonly Provider[]): Voucher {
  const iss = parseToken(jwt).token?.claims['iss']
  const issuer = typeof iss === 'string' ? iss : ''
  for (const one of settings) {
    const provider = providers.find(({ kind }) => kind === one.kind)
    if (issuer && provider?.issuersOf(one).includes(issuer)) return { kind: 'configured', issuer, settings: one, provider }
  }
  for (const provider of providers) {
    const jwks = provider.keysOf(issuer)
    if (jwks !== undefined) return { kind: 'reachable', issuer, jwks, provider }
  }
  return { kind: 'unknown', issuer }
}

/**
 * Verifies a token that was pasted: everything but whom it is for, since another client asked for it. Only the issuer's public keys
 * are asked for; the token goes nowhere. Never rejects. `now` in seconds since the epoch.
 */
export async function judgePasted(
  jwt: string,
  voucher: Exclude<Voucher, { kind: 'unknown' }>,
  now: number,
): Promise<Verification | { problem: Problem }> {
  try {
    const jwks = voucher.kind === 'reachable' ? voucher.jwks : (await discoverMetadata(voucher.settings, voucher.provider)).jwks
    const { verification } = await judge(jwt, jwks, { issuer: voucher.issuer, now, isFresh: false, extra: voucher.provider.checks })
    return verification
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
