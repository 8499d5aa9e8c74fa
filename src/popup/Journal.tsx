import type { JournalEntry } from '../platform/journal-store'
import { Fold } from '../ui/Fold'
import { say } from '../ui/words'
import { JournalEntries } from './in-need'

/** The latest decisions of this browser session, on all tabs, for whoever opens them. */
export const Journal = ({ entries }: { readonly entries: readonly JournalEntry[] }) =>
  entries.length > 0 && (
    <Fold class="journal" summary={say('journal', String(entries.length))}>
      {() => <JournalEntries entries={entries} />}
    </Fold>
  )
