import type { Problem } from '../problem'
import type { Claims } from './session'

/**
 * Refuses an e-mail address outside the allowed domains: exact and case-sensitive, as the SSO app does it, and only where an
 * address came. Help for whoever signs in with the wrong account, not security: the server decides.
 */
export function domainProblem({ email }: Claims, allowed: readonly string[]): Problem | undefined {
  if (allowed.length === 0 || typeof email !== 'string') return undefined
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return allowed.includes(domain) ? undefined : { code: 'email-domain-not-allowed', domain, allowed }
}
