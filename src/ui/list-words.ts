import { say } from './words'

/** Names as people list them: "a, b, and c". */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat(say('languageTag')).format(names)

/** Of many names so many are named. */
const named = 5

/** Whether `someOf` leaves names out. One alone is named rather than counted. */
export const areMany = (names: readonly string[]): boolean => names.length > named + 1

/** Names as people list them, of many the first and how many more there are. */
export const someOf = (names: readonly string[]): string =>
  listOf(areMany(names) ? [...names.slice(0, named), say('grantMore', String(names.length - named))] : names)
