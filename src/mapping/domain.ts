import { javaTrim } from './java-trim'
import type { Refusal } from './refusal'
import type { MappingInput } from './semantics'

/** Whether an address is of an allowed domain: letter by letter, white space around an entry not counting. Whoever has no address passes. As miniOrange 1.1.28 does it. */
export function domainRefusal({ allowedDomains }: MappingInput, email: string): Refusal | undefined {
  if (allowedDomains.length === 0 || email === '') return undefined
  const [, domain] = email.split('@')
  if (!domain) return { code: 'no-domain', email }
  return allowedDomains.some((allowed) => javaTrim(allowed) === domain) ? undefined : { code: 'domain', domain, allowed: allowedDomains }
}
