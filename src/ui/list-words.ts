import { say } from './words'

/** Names as people list them: "a, b, and c". */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat(say('languageTag')).format(names)

/** Of many names so many are named. */
const named = 5

/** The names that `someOf` leaves out. One alone is named rather than counted. */
export const restOf = (names: readonly string[]): readonly string[] => (names.length > named + 1 ? names.slice(named) : [])

/** Names as people list them, of many the first and how many more there are. */
export function someOf(names: readonly string[]): string {
  const { length } = restOf(names)
  return listOf(length > 0 ? [...names.slice(0, named), say('grantMore', String(length))] : names)
}
