import type { Caution } from './caution'
import { groupIn } from './directory'
import type { GroupNames } from './group-names'
import { javaTrim } from './java-trim'
import type { Match } from './matcher'
import type { MappingInput } from './semantics'
import { cautionOf } from './taking'
import type { Received } from './verdict'

/** The token's groups after the filter. */
export interface Sifted {
  readonly received: readonly Received[]
  readonly joined: readonly { readonly group: string; readonly value: string }[]
  /** How many got past the filter, whether Confluence has them or not. */
  readonly passed: number
  readonly cautions: readonly Caution[]
}

/** The token's groups where rows decide of them. */
export const unsifted = ({ names }: GroupNames): Sifted => ({
  received: names.map((one) => ({ ...one, fate: 'rules' })),
  joined: [],
  passed: 0,
  cautions: [],
})

/** Groups under their own names: the filter sees names after their replacement, upper and lower case apart. As miniOrange 1.1.28 does it. */
export function sift(input: MappingInput, { names }: GroupNames, match: Match): Sifted {
  const { createMissing } = input.mapping.groups
  const exists = groupIn(input.directory)
  const cautions = new Map<string, Caution>()
  const passes = filterOf(input.mapping.groups, match, (caution) => cautions.set(caution.code, caution))
  const fateOf = (name: string): Received['fate'] => {
    if (name === '') return 'emptied'
    if (!passes(name)) return 'filtered'
    if (exists(name) !== false) return 'joined'
    return createMissing ? 'created' : 'missing'
  }
  const received = names.map(({ name, becomes }) => ({ name, becomes, fate: fateOf(becomes) }))
  return {
    received,
    joined: received.flatMap(({ name, becomes, fate }) =>
      fate === 'joined' || fate === 'created' ? [{ group: becomes, value: name }] : [],
    ),
    passed: received.filter(({ fate }) => fate !== 'filtered' && fate !== 'emptied').length,
    cautions: [...cautions.values()],
  }
}

/** A filter without a text is saved as none. */
function filterOf({ filter, filterText }: MappingInput['mapping']['groups'], match: Match, note: (caution: Caution) => void) {
  if (filter === 'none' || javaTrim(filterText) === '') return () => true
  if (filter === 'starts-with') return (name: string) => name.startsWith(filterText)
  if (filter === 'contains') return (name: string) => name.includes(filterText)
  const pattern = javaTrim(filterText)
  const passes = (name: string): boolean => {
    const found = match(pattern, name)
    if (found && !('whole' in found)) note(cautionOf(pattern, found))
    return found !== undefined && !('refused' in found)
  }
  // The pattern is read even where there is no name to try it on.
  passes('')
  return passes
}
