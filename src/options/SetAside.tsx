import { useEffect, useState } from 'preact/hooks'
import { forgetSetAside, readSetAside } from '../platform/settings-store'
import { watchStores } from '../platform/watch-stores'
import { Copy } from '../ui/Copy'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'

/** Stored settings that had no readable form and were overwritten since: nothing of a person's is lost without a word. */
export function SetAside() {
  const [kept, setKept] = useState<readonly unknown[]>([])
  const read = () => void readSetAside().then(setKept, () => setKept([]))
  useEffect(() => {
    read()
    return watchStores(read)
  }, [])
  if (kept.length === 0) return null
  return (
    <Notice tone="warning" title={say('setAsideTitle')}>
      <p>{say('setAsideAbout')}</p>
      <div class="actions">
        <Copy value={JSON.stringify(kept.length === 1 ? kept[0] : kept, null, 2)} what={say('setAsideCopy')} />
        <button type="button" onClick={() => void forgetSetAside(kept).then(read)}>
          {say('setAsideForget')}
        </button>
      </div>
    </Notice>
  )
}
