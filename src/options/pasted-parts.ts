import { poolParts } from '../providers/cognito/pool-parts'
import { issuerIn } from '../providers/oidc/issuer-in'
import { setAll } from '../settings/edit'
import { type EntryName, type Place, valueAt } from '../settings/place'
import type { Parts } from '../ui/fields/fields'
import type { Options } from '../ui/fields/use-options'
import { listOf } from '../ui/list-words'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { valueInWords } from './value-words'

/** Fields into which people paste what tells of the whole provider. */
const fields = ['region', 'userPoolId', 'domain', 'clientId']
const inOrder = ['kind', ...fields, 'endpoints.issuer']

/** Whether a field is one of those. */
export const isPart = (entry: EntryName | undefined, path: string): entry is EntryName =>
  entry?.list === 'providers' && fields.includes(path)

/** What a text tells of a user pool, or of another provider. */
export const partsIn = (text: string): Parts | undefined => poolParts(text) ?? openIdParts(text)

function openIdParts(text: string): Parts | undefined {
  const issuer = issuerIn(text)
  return issuer ? { kind: 'oidc', 'endpoints.issuer': issuer } : undefined
}

/** The same of a text in a field of a provider; clients of others than user pools may be called by addresses. */
const partsFor = ({ resolved }: Options, entry: EntryName, text: string): Parts | undefined =>
  valueAt(resolved, { entry, path: 'kind' }) === 'cognito' ? partsIn(text) : openIdParts(text)

/** What a text in a field tells of more than that field, whose value it would be otherwise. */
export function partsAt(options: Options, { entry, path }: Required<Place>, text: string, value: unknown): Parts | undefined {
  const parts = partsFor(options, entry, text)
  return value !== undefined && value === parts?.[path] ? undefined : parts
}

/** "AWS region eu-west-1 and User pool id eu-west-1_AbC". */
const partsInWords = (parts: Parts): string =>
  listOf(
    inOrder.flatMap((path) => {
      const value = parts[path]
      const place = { entry: { list: 'providers', key: '' }, path } as const
      return value ? [`${settingLabel(`providers.${path}`)} ${valueInWords({ place, value })}`] : []
    }),
  )

/** What was understood of a text, as a sentence. */
export const understood = (parts: Parts | undefined): string | undefined => parts && say('understood', partsInWords(parts))

/** Fills in every part. */
export const fillIn = ({ change }: Options, entry: EntryName, parts: Parts): Promise<boolean> =>
  change(
    () => say('takenApart', partsInWords(parts)),
    (stored) => setAll(stored, entry, parts),
    { entry },
  )

/** What a value tells of fields that are still empty: the region stands in a pool's id. */
export function neighbours(options: Options, entry: EntryName, value: unknown): Parts {
  const parts = typeof value === 'string' ? (partsFor(options, entry, value) ?? {}) : {}
  return Object.fromEntries(Object.entries(parts).filter(([path]) => valueAt(options.resolved, { entry, path }) === ''))
}
