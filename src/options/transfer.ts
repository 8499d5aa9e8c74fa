import { isSameJson } from '../platform/same-json'
import { brokenLine } from '../settings/broken-line'
import { fileText } from '../settings/file-text'
import { listsAreLocked } from '../settings/lists-are-locked'
import { hasEntry, sourcePath, valueAt } from '../settings/place'
import { type Complaint, type Resolved, resolve } from '../settings/resolve'
import { valuesFrom } from '../settings/values'
import { type EffectiveValue, effectiveValues } from './effective'

/** What an imported file is: settings, something else, or settings of which not every value will do. */
export type Imported =
  | { readonly settings: object }
  | { readonly refused: 'too-large' | 'not-unicode' | 'not-settings' }
  /** With the line at which it stops being JSON, where that is known. */
  | { readonly refused: 'not-json'; readonly line?: number | undefined }
  | { readonly complaints: readonly Complaint[] }

/** Two million bytes hold some thousand sites. */
const largest = 2_000_000

/** Reads a file that is to be imported, all or nothing. Never rejects. */
export async function importedFrom(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Imported> {
  if (file.size > largest) return { refused: 'too-large' }
  let text: string
  try {
    text = fileText(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return { refused: 'not-unicode' }
  }
  let settings: unknown
  try {
    settings = JSON.parse(text)
  } catch (error) {
    return { refused: 'not-json', line: brokenLine(text, error as Error) }
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return { refused: 'not-settings' }
  const { complaints } = resolve(settings, undefined)
  return complaints.length > 0 ? { complaints } : { settings: exportable(settings) }
}

/** The person's own settings as they are handed on: what can be read of them, in the order of the catalogue. */
export const exportable = (stored: unknown): object => valuesFrom(resolve(stored, undefined), ['user'])

/** A setting that an import would change; undefined stands for the default, or for no such entry. */
export interface Difference extends Pick<EffectiveValue, 'place'> {
  readonly before: unknown
  readonly after: unknown
}

/** What would be different, setting by setting, in the order of the page. Of a list, what goes stands behind what stays and comes. */
export function differences(before: unknown, after: object): readonly Difference[] {
  const [old, next] = [ownValues(before), ownValues(after)]
  return valuesOfBoth(before, after).flatMap(({ place }) => {
    const difference = { place, before: old.get(sourcePath(place)), after: next.get(sourcePath(place)) }
    return JSON.stringify(difference.before) === JSON.stringify(difference.after) ? [] : [difference]
  })
}

/** Whether what comes by a change counts for nothing, as things are: policy sets something else, or has locked the list without its entry. */
export function isOverruled({ place, after }: Difference, inForce: Resolved): boolean {
  if (after === undefined) return false
  if (place.entry && !hasEntry(inForce, place.entry)) return listsAreLocked(inForce)
  return inForce.sources[sourcePath(place)] === 'policy' && !isSameJson(valueAt(inForce, place), after)
}

/** Reading merges what is handed in as policy with the person's own, and would leave these out of a locked list. */
const valuesOfBoth = (before: unknown, after: object) => effectiveValues(resolve(before, { ...after, lockLists: false }))

const ownValues = (stored: unknown): ReadonlyMap<string, unknown> => {
  const own = effectiveValues(resolve(stored, undefined)).filter(({ source }) => source === 'user')
  return new Map(own.map(({ place, value }) => [sourcePath(place), value]))
}
