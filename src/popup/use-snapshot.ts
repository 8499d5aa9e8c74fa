import { useLayoutEffect, useState } from 'preact/hooks'
import { seenIn } from '../platform/front-tab'
import { ask } from '../platform/messages'
import { watchStores } from '../platform/watch-stores'
import { readSnapshot } from './read-snapshot'
import type { Snapshot } from './snapshot'

/** What is known, kept up to date; `failed` when it could not be read. */
export function useSnapshot(search: string): { readonly snapshot?: Snapshot; readonly failed?: string; readonly reload: () => void } {
  const [known, setKnown] = useState<{ readonly snapshot?: Snapshot; readonly failed?: string }>({})
  const [reload] = useState(() => reader(search, setKnown))
  // Not an effect that waits for the first painting: what is read by then is painted with it.
  useLayoutEffect(() => {
    reload()
    ask('settle').catch(() => undefined) // whatever it finds out arrives by storage
    addEventListener('focus', reload)
    const unwatch = watchStores(reload)
    return () => {
      unwatch()
      removeEventListener('focus', reload)
    }
  }, [reload])
  return { ...known, reload }
}

type Known = { readonly snapshot?: Snapshot; readonly failed?: string }

/**
 * Reads; of several readings under way each is told, unless a later one has been told before it: storage that changes all the time must not
 * keep a popup empty. The page in front is asked afterwards: it may be slow to answer.
 */
function reader(search: string, tell: (known: Known) => void): () => void {
  let [latest, told] = [0, 0]
  let last: Snapshot | undefined
  const read = async (turn: number) => {
    const read = await readSnapshot(search)
    const isSamePage = last?.tab?.id === read.tab?.id && last?.tab?.url === read.tab?.url
    const snapshot = isSamePage && last?.decision ? { ...read, decision: last.decision, ...(last.page && { page: last.page }) } : read
    if (turn < told) return
    told = turn
    last = snapshot
    tell({ snapshot })
    const seen = read.tab && (await seenIn(read.tab.id))
    if (turn < told || !seen) return
    last = { ...read, ...seen }
    tell({ snapshot: last })
  }
  return () => {
    latest += 1
    const turn = latest
    read(turn).catch((error: unknown) => turn >= told && tell({ failed: error instanceof Error ? error.message : String(error) }))
  }
}
