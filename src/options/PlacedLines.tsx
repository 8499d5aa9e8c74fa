import { entryInWords, placeInWords } from '../ui/complaint-words'
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

/** Lines about places in the settings. What holds of a setting in many entries is said once, with the entries; of many, the others unfold. */
export function PlacedLines({ lines }: { readonly lines: readonly PlacedLine[] }) {
  const { shown, more } = usePages(together(lines), 50)
  return (
    <>
      <ul>
        {shown.map(([key, alike]) => (
          <li key={key}>
            <Alike lines={alike} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function Alike({ lines }: { readonly lines: readonly PlacedLine[] }) {
  const entries = lines.map(({ where }) => entryInWords(where))
  const [{ where, why, whose }] = lines as [PlacedLine]
  const place = placeInWords(where, someOf(entries))
  const words = whose === undefined ? say('remarkLine', place, why) : say('complaintLine', place, whose, why)
  const rest = restOf(entries)
  return (
    <>
      {words}
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
