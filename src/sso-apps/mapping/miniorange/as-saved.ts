import { javaTrim } from '../../../mapping/java-trim'
import type { MappingSettings } from '../../../settings/catalog'

/** Settings as the app keeps them: when it saves its form it takes white space from the ends of every text. (1.1.28) */
export const asSaved = (mapping: MappingSettings): MappingSettings => ({ ...trimmed(mapping), groups: trimmed(mapping.groups) })

const trimmed = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? javaTrim(value) : value])) as T
