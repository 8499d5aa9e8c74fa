import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask } from '../platform/messages'
import { queue } from '../platform/queue'
import { watchFront } from '../platform/tabs'
import { watchStores } from '../platform/watch-stores'
import { messageOf } from '../problem'
import type { Shelf } from './bench'
import { readShelf } from './shelf'

interface Known {
  readonly shelf?: Shelf
  readonly failed?: string
}

/** What is known, kept up to date; `failed` when it could not be read: then what was read last is still there. */
export function useShelf(): Known & { readonly reload: () => void } {
  const [known, setKnown] = useState<Known>({})
  const [inTurn] = useState(queue)
  const reload = useCallback(
    () =>
      void inTurn(readShelf).then(
        (shelf) => setKnown({ shelf }),
        (error: unknown) => setKnown(({ shelf }) => ({ ...(shelf && { shelf }), failed: messageOf(error) })),
      ),
    [inTurn],
  )
  useEffect(() => {
    reload()
    ask('settle').catch(() => undefined) // whatever it finds out arrives by storage
    const unwatch = [watchStores(reload), watchFront(reload)]
    return () => {
      for (const end of unwatch) end()
    }
  }, [reload])
  return { ...known, reload }
}
