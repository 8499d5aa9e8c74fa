import type { JournalEntry } from '../platform/journal-store'
import { actInWords, evidenceInWords, reasonInWords } from '../ui/decision-words'
import { clockTime } from '../ui/times'
import { useNow } from '../ui/use-now'

/** Decisions, newest first: what was seen, what was done, and why. */
export function JournalEntries({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const now = useNow(60)
  return (
    <ol>
      {entries.map((entry) => (
        <Entry key={`${entry.at} ${entry.tabId} ${entry.decision.because.code}`} entry={entry} now={now} />
      ))}
    </ol>
  )
}

const Entry = ({ entry: { at, address, decision, page }, now }: { readonly entry: JournalEntry; readonly now: number }) => (
  <li>
    <strong>{actInWords(decision)}</strong> <time dateTime={new Date(at).toISOString()}>{clockTime(at / 1000, now)}</time>
    <p>{reasonInWords(decision.because)}</p>
    <p class="muted">
      {address}
      {page && <> · {evidenceInWords(page)}</>}
    </p>
  </li>
)
