import { useEffect, useState } from 'preact/hooks'
import { missingGrants } from '../platform/grants'

/** Hosts on which Latchkey may not act yet; asked anew whenever the person comes back, since any grant can be taken away. */
export function useMissing(keys: readonly string[]): { readonly missing: readonly string[]; readonly recheck: () => void } {
  const [missing, setMissing] = useState<readonly string[]>([])
  const recheck = () => void missingGrants(keys.map((baseUrl) => ({ baseUrl }))).then(setMissing, () => setMissing([]))
  useEffect(() => {
    recheck()
    addEventListener('focus', recheck)
    return () => removeEventListener('focus', recheck)
  }, [keys.join('\n')])
  return { missing, recheck }
}
