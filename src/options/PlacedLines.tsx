import { useId } from 'preact/hooks'
import { leafAt } from '../settings/place'
import { entryInWords, placeInWords, placeParts } from '../ui/complaint-words'
import { Fold } from '../ui/Fold'
import { restOf, someOf } from '../ui/list-words'
import { say } from '../ui/words'
import { usePages } from './use-pages'

/** What is to be said of one place in the settings. */
interface PlacedLine {
  /** As in a complaint: `sites[https://wiki.acme.com/].baseUrl`. */
  readonly where: string
  readonly why: string
  readonly whose?: string
}

interface Props {
  readonly lines: readonly PlacedLine[]
  /** Leads to the fields that these words are found by. Without it the lines are about no settings in force. */
  readonly find?: ((words: string) => void) | undefined
}

/** Lines about places in the settings. What holds of a setting in many entries is said once, with the entries; of many, the others unfold. */
export function PlacedLines({ lines, find }: Props) {
  const { shown, more } = usePages(together(lines), 50)
  return (
    <>
      <ul>
        {shown.map(([key, alike]) => (
          <li key={key}>
            <Alike lines={alike} find={find} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function Alike({ lines, find }: Props) {
  const id = useId()
  const entries = lines.map(({ where }) => entryInWords(where))
  const [{ where, why, whose }] = lines as [PlacedLine]
  const place = placeInWords(where, someOf(entries))
  const words = whose === undefined ? say('remarkLine', place, why) : say('complaintLine', place, whose, why)
  const rest = restOf(entries)
  const field = wordsFor(where, lines.length === 1)
  return (
    <>
      <span id={id}>{words}</span>{' '}
      {find && field && (
        <button type="button" class="link" aria-describedby={id} onClick={() => find(field)}>
          {say('showSetting')}
        </button>
      )}
      {rest.length > 0 && <Fold summary={say('showMore', String(rest.length))}>{() => <Entries entries={rest} />}</Fold>}
    </>
  )
}

function Entries({ entries }: { readonly entries: readonly string[] }) {
  const { shown, more } = usePages(entries, 100)
  return (
    <>
      <ul>
        {shown.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** The words by which the search finds the field at a place, or those of all entries; undefined where there is no field. */
function wordsFor(where: string, isAlone: boolean): string | undefined {
  const { list, key = '', path } = placeParts(where)
  const setting = list ? `${list}.${path}` : where
  const isNumbered = /^\d+$/.test(key) // an entry that could not be read
  if (isNumbered || !leafAt(setting)) return undefined
  return list && isAlone ? `${setting} ${key}` : setting
}

/** Lines that differ in their entry alone, by what they have in common. */
function together(lines: readonly PlacedLine[]): readonly (readonly [key: string, alike: readonly PlacedLine[]])[] {
  const groups = new Map<string, PlacedLine[]>()
  for (const line of lines) {
    const key = JSON.stringify([placeInWords(line.where, ''), line.whose, line.why])
    const group = groups.get(key) ?? []
    if (group.push(line) === 1) groups.set(key, group)
  }
  return [...groups]
}
