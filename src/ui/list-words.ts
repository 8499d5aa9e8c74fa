import { say } from './words'

/** Names as people list them: "a, b, and c". */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat(say('languageTag')).format(names)
