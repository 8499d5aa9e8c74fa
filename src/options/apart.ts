import { type PoolParts, poolParts } from '../providers/cognito/pool-parts'
import { setAll } from '../settings/edit'
import { type EntryName, valueAt } from '../settings/place'
import type { Options } from '../ui/fields/use-options'
import { listOf } from '../ui/list-words'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'

/** Fields of a user pool into which people paste what tells of the whole pool. */
const fields: readonly (keyof PoolParts)[] = ['region', 'userPoolId', 'domain', 'clientId']

/** Whether a field belongs to such a pool. */
export const isPart = (entry: EntryName | undefined, path: string): entry is EntryName =>
  entry?.list === 'providers' && fields.some((name) => name === path)

/** "AWS region eu-west-1 and User pool id eu-west-1_AbC". */
const partsInWords = (parts: PoolParts): string =>
  listOf(fields.flatMap((name) => (parts[name] ? [`${settingLabel(`providers.${name}`)} ${parts[name]}`] : [])))

/** What was understood of a text, as a sentence. */
export const understood = (parts: PoolParts | undefined): string | undefined => parts && say('understood', partsInWords(parts))

/** Fills in every part. */
export const fillIn = ({ change }: Options, entry: EntryName, parts: PoolParts): Promise<boolean> =>
  change(
    () => say('takenApart', partsInWords(parts)),
    (stored) => setAll(stored, entry, parts),
    { entry },
  )

/** What a value tells of fields that are still empty: the region stands in a pool's id. */
export function neighbours({ resolved }: Options, entry: EntryName, value: unknown): PoolParts {
  const parts = typeof value === 'string' ? (poolParts(value) ?? {}) : {}
  return Object.fromEntries(Object.entries(parts).filter(([path]) => valueAt(resolved, { entry, path }) === ''))
}
