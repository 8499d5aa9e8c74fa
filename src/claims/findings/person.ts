import type { Finding, Look } from './finding'
import { textIn } from './text'

/** What Confluence needs of a person and is not told. */
export function personFindings({ sources: { id } }: Look): readonly Finding[] {
  if (!id) return []
  const verified = id['email_verified']
  const hasName = textIn(id, 'name') !== undefined || (textIn(id, 'given_name') !== undefined && textIn(id, 'family_name') !== undefined)
  return [
    ...(textIn(id, 'email') === undefined ? [{ code: 'email-missing', claim: 'email', values: [] } as const] : []),
    ...(verified === false || verified === 'false' ? [{ code: 'email-unverified', claim: 'email_verified', values: [] } as const] : []),
    ...(hasName ? [] : [{ code: 'names-missing', claim: 'name', values: [] } as const]),
  ]
}
