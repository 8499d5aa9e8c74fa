import type { Problem } from '../problem'
import type { Claims } from './session'

/**
 * Refuses an e-mail address outside the allowed domains: exact and case-sensitive, as the SSO app does it, and only where an
 * address came. Help for whoever signs in with the wrong account, not security: the server decides. Of several "@" the last begins the
 * domain, as mail has it; miniOrange takes what follows the first, which would name somebody else's mail server as ours.
 */
export function domainProblem({ email }: Claims, allowed: readonly string[]): Problem | undefined {
  if (allowed.length === 0 || typeof email !== 'string' || email === '') return undefined
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return allowed.includes(domain) ? undefined : { code: 'email-domain-not-allowed', domain, allowed }
}
