import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { ask } from '../platform/messages'
import { seenIn } from '../platform/seen'
import { watchStores } from '../platform/watch-stores'
import { messageOf } from '../problem'
import { readSnapshot } from './read-snapshot'
import type { Snapshot } from './snapshot'

/** The latest snapshot; `failed` when it could not be read. */
interface Known {
  readonly snapshot?: Snapshot
  readonly failed?: string
}

/** Snapshots as they are read, from before anybody draws them. */
export interface Following {
  /** Resolves when there is something to show. */
  readonly first: Promise<void>
  readonly known: () => Known
  /** To be called once it is painted: what can wait is asked from then on. */
  readonly painted: () => void
  readonly reload: () => void
  /** Tells of every snapshot from now on, until the returned function is called. */
  readonly listen: (tell: (known: Known) => void) => () => void
}

/** What is known, kept up to date. */
export function useSnapshot({ known, painted, reload, listen }: Following): Known & Pick<Following, 'reload'> {
  const [shown, show] = useState(known)
  // Not an effect that waits for the first painting: what is read by then is painted with it.
  useLayoutEffect(() => {
    const unlisten = listen(show)
    show(known())
    addEventListener('focus', reload)
    return () => {
      unlisten()
      removeEventListener('focus', reload)
    }
  }, [listen])
  useEffect(() => {
    painted()
    ask('settle').catch(() => undefined) // whatever it finds out arrives by storage
  }, [painted])
  return { ...shown, reload }
}

/**
 * Reads now, and again with every change of storage; of several readings under way each is told, unless a later one has been told before it:
 * storage that changes all the time must not keep a popup empty. The page in front is asked after the first painting: it may be slow to answer.
 */
export function follow(search: string): Following {
  let [latest, told] = [0, 0]
  let last: Snapshot | undefined
  /** What the page in front has told. */
  let found: Partial<Snapshot> = {}
  let known: Known = {}
  let tell = (_: Known) => {}
  let painted = () => {}
  const isPainted = new Promise<void>((resolve) => {
    painted = resolve
  })
  const know = (next: Known) => {
    known = next
    tell(next)
  }
  const show = (read: Snapshot) => know({ snapshot: { ...read, ...found } })
  const read = async (turn: number) => {
    const read = await readSnapshot(search)
    const isSamePage = last?.tab?.id === read.tab?.id && last?.tab?.url === read.tab?.url
    if (turn < told) return
    if (!isSamePage) found = {}
    told = turn
    last = read
    show(read)
    void askPage(turn, read)
  }
  const askPage = async (turn: number, read: Snapshot) => {
    await isPainted
    if (!read.tab) return
    const seen = (await seenIn(read.tab.id)) ?? (await (await import('./elsewhere')).lookAtPage(read.tab.id))
    if (turn < told || !seen) return
    found = seen
    show(read)
  }
  const next = () => {
    latest += 1
    const turn = latest
    return read(turn).catch((error: unknown) => {
      if (turn >= told) know({ failed: messageOf(error) })
    })
  }
  watchStores(next)
  return {
    first: next(),
    known: () => known,
    painted,
    reload: () => void next(),
    listen: (wanted) => {
      tell = wanted
      return () => {
        tell = () => {}
      }
    },
  }
}
