import { isOfToken } from '../glossary'
import { readingOf } from '../reading'
import type { Finding, FindingInput } from './finding'
import { isGroupish } from './groups'
import { textsIn } from './text'

/** Values that are not what they look like: a list squeezed into a text, blanks that nobody sees. */
export function valueFindings({ sources: { id }, reads, dialect }: FindingInput): readonly Finding[] {
  if (!id) return []
  const groups = reads.groups === undefined ? undefined : readingOf(id, reads.groups, 'groups', dialect)?.claim
  const claims = Object.keys(id).filter((claim) => !isOfToken(claim))
  return [
    ...claims.flatMap((claim) => {
      const value = id[claim]
      if (typeof value !== 'string' || reads.readsGroupsIn(value)) return []
      const count = listed(value, claim === groups || isGroupish(claim))
      return count > 0 ? [{ code: 'list-in-text', claim, values: [value, String(count)] } as const] : []
    }),
    ...claims.flatMap((claim) => {
      const values = textsIn(id, claim)
        .filter((text) => hasUnseenEnds(claim === groups ? reads.asGroup(text) : text))
        .map((value) => JSON.stringify(value))
      return values.length > 0 ? [{ code: 'white-space', claim, values } as const] : []
    }),
  ]
}

/** How many entries a text lists: as JSON, between commas in brackets, or, where groups are expected, in brackets or between commas or semicolons. 0 for none. */
function listed(value: string, isGroups: boolean): number {
  const [, inside] = /^\s*\[(.*)\]\s*$/s.exec(value) ?? []
  const inJson = inside === undefined ? undefined : jsonLength(value)
  if (inJson !== undefined) return inJson
  if (inside !== undefined && (isGroups || inside.includes(','))) return inside.split(',').length
  const parts = isGroups ? value.split(/[,;]/).length : 1
  return parts > 1 ? parts : 0
}

function jsonLength(value: string): number | undefined {
  try {
    return (JSON.parse(value) as readonly unknown[]).length
  } catch {
    return undefined
  }
}

/** White space, and characters without width, at either end. */
const hasUnseenEnds = (value: string): boolean => /^[\s\p{Cf}]|[\s\p{Cf}]$/u.test(value)
