import { plainDialect } from '../dialect'
import { readingOf, textsOf } from '../reading'
import { type Finding, type FindingCode, type FindingInput, usualReads, type Ways } from './finding'

/** What Confluence needs of a person and is not told: because the token has it nowhere, or because the mapping reads something else. */
export function personFindings({ sources: { id }, reads, dialect }: FindingInput): readonly Finding[] {
  if (!id) return []
  const verified = id['email_verified']
  const isThere = (typed: string, spelling = dialect) =>
    textsOf(readingOf(id, typed, 'fields', spelling)).some((text) => text.trim() !== '')
  const lacking = (claim: 'email' | 'name', usual: Ways, [missing, notRead]: readonly [FindingCode, FindingCode]): readonly Finding[] => {
    const ways: Ways = reads[claim]
    if (ways.some((way) => way.every((typed) => isThere(typed)))) return []
    if (!usual.some((way) => way.every((name) => isThere(name, plainDialect)))) return [{ code: missing, claim, values: [] }]
    return [{ code: notRead, claim, values: ways.flat().filter((typed) => !isThere(typed)) }]
  }
  return [
    ...lacking('email', usualReads.email, ['email-missing', 'email-not-read']),
    ...(verified === false || verified === 'false' ? [{ code: 'email-unverified', claim: 'email_verified', values: [] } as const] : []),
    ...lacking('name', usualReads.name, ['names-missing', 'names-not-read']),
  ]
}
