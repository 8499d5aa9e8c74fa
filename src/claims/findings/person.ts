import { readingOf, textsOf } from '../reading'
import type { Finding, Look, Ways } from './finding'

/** What Confluence needs of a person and is not told. */
export function personFindings({ sources: { id }, reads, dialect }: Look): readonly Finding[] {
  if (!id) return []
  const verified = id['email_verified']
  const isThere = (typed: string) => textsOf(readingOf(id, typed, 'fields', dialect)).some((text) => text.trim() !== '')
  const isTold = (ways: Ways) => ways.some((way) => way.every(isThere))
  return [
    ...(isTold(reads.email) ? [] : [{ code: 'email-missing', claim: 'email', values: [] } as const]),
    ...(verified === false || verified === 'false' ? [{ code: 'email-unverified', claim: 'email_verified', values: [] } as const] : []),
    ...(isTold(reads.name) ? [] : [{ code: 'names-missing', claim: 'name', values: [] } as const]),
  ]
}
