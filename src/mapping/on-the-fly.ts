import type { Caution } from './caution'
import { groupIn } from './directory'
import type { GroupName, GroupNames } from './group-names'
import { javaTrim } from './java-trim'
import type { Match } from './matcher'
import type { MappingInput } from './semantics'
import { cautionOf } from './taking'
import type { Received } from './verdict'

/** The token's groups after the filter. */
export interface Sifted {
  readonly received: readonly Received[]
  readonly joined: readonly { readonly group: string; readonly value: string }[]
  /** Groups that a filter which could not be tried here may let through. */
  readonly doubtful: readonly string[]
  /** Something could not be tried here. */
  readonly isPartly: boolean
  /** Names could not be made out here: nobody can tell which other groups are joined. */
  readonly hasUnnamed: boolean
  /** How many got past the filter, whether Confluence has them or not. */
  readonly passed: number
  readonly cautions: readonly Caution[]
}

/** The token's groups where rows decide of them. */
export const unsifted = ({ names }: GroupNames): Sifted => ({
  received: names.map((one) => ({ ...nameIn(one), fate: one.isUntried ? 'untried' : 'rules' })),
  joined: [],
  doubtful: [],
  isPartly: false,
  hasUnnamed: false,
  passed: 0,
  cautions: [],
})

/** Groups under their own names: the filter sees names after their replacement, upper and lower case apart. As miniOrange 1.1.28 does it. */
export function sift(input: MappingInput, { names }: GroupNames, match: Match): Sifted {
  const { createMissing } = input.mapping.groups
  const exists = groupIn(input.directory)
  const cautions = new Map<string, Caution>()
  const passes = filterOf(input.mapping.groups, match, (caution) => cautions.set(caution.code, caution))
  const fateOf = ({ becomes: name, isUntried }: GroupName): Received['fate'] => {
    if (isUntried) return 'untried'
    if (name === '') return 'emptied'
    const isPassing = passes(name)
    if (isPassing === undefined) return 'untried'
    if (!isPassing) return 'filtered'
    if (exists(name) !== false) return 'joined'
    return createMissing ? 'created' : 'missing'
  }
  const received = names.map((one) => ({ ...nameIn(one), fate: fateOf(one) }))
  return {
    received,
    joined: received.flatMap(({ name, becomes, fate }) =>
      fate === 'joined' || fate === 'created' ? [{ group: becomes, value: name }] : [],
    ),
    doubtful: names.flatMap(({ becomes, isUntried }, index) => (!isUntried && received[index]?.fate === 'untried' ? [becomes] : [])),
    isPartly: received.some(({ fate }) => fate === 'untried'),
    hasUnnamed: names.some(({ isUntried }) => isUntried),
    passed: received.filter(({ fate }) => fate !== 'filtered' && fate !== 'emptied').length,
    cautions: [...cautions.values()],
  }
}

/** The token's groups where nothing comes of them. */
export const unused = ({ names }: GroupNames): readonly Received[] => names.map((one) => ({ ...nameIn(one), fate: 'unused' }))

const nameIn = ({ name, becomes }: GroupName) => ({ name, becomes })

/** Whether a name gets through; undefined where nobody can tell. A filter without a text is saved as none. */
function filterOf({ filter, filterText }: MappingInput['mapping']['groups'], match: Match, note: (caution: Caution) => void) {
  if (filter === 'none' || javaTrim(filterText) === '') return () => true
  if (filter === 'starts-with') return (name: string) => name.startsWith(filterText)
  if (filter === 'contains') return (name: string) => name.includes(filterText)
  const pattern = javaTrim(filterText)
  const passes = (name: string): boolean | undefined => {
    const found = match(pattern, name)
    if (!found) return false
    if ('whole' in found) return true
    note(cautionOf(pattern, found))
    return 'refused' in found ? false : undefined
  }
  // The pattern is read even where there is no name to try it on.
  passes('')
  return passes
}
