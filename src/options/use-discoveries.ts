import { useEffect, useState } from 'preact/hooks'
import { type Discoveries, readDiscoveries } from '../platform/door-stores'
import { watchStores } from '../platform/watch-stores'

/** What was found out about the sites, kept up to date; nothing while it cannot be read. */
export function useDiscoveries(): Discoveries {
  const [known, setKnown] = useState<Discoveries>({})
  useEffect(() => {
    const read = () => void readDiscoveries().then(setKnown, () => undefined)
    read()
    return watchStores(read)
  }, [])
  return known
}
