import { useEffect, useState } from 'preact/hooks'
import { missingGrants, watchGrants } from '../platform/grants'

/** Match patterns of these addresses' hosts on which Latchkey may not act, kept up to date: any grant can be taken away. */
export function useMissing(addresses: readonly string[]): readonly string[] {
  const [missing, setMissing] = useState<readonly string[]>([])
  useEffect(() => {
    const read = () => void missingGrants(addresses.map((baseUrl) => ({ baseUrl }))).then(setMissing, () => setMissing([]))
    read()
    return watchGrants(read)
  }, [addresses.join('\n')])
  return missing
}
