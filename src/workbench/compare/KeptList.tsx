import { useState } from 'preact/hooks'
import type { Kept } from '../../claims/kept'
import { forgetKept } from '../../platform/kept-store'
import { Notice } from '../../ui/Notice'
import { clockTime } from '../../ui/times'
import { say } from '../../ui/words'
import { useBench } from '../bench'

/** Everybody who is kept, each to be forgotten with one click. */
export function KeptList() {
  const { shelf, now, reload } = useBench()
  const [isFailed, setFailed] = useState(false)
  const all = shelf.kept ?? []
  const forget = ({ id }: Kept) => forgetKept(id).then(reload, () => setFailed(true))
  if (all.length === 0) return null
  return (
    <section class="told" aria-labelledby="kept-title">
      <h3 id="kept-title">{say('keptTitle', String(all.length))}</h3>
      <ul class="kept">
        {all.map((one) => (
          <li key={one.id}>
            <strong>{one.label}</strong> <span class="muted">{clockTime(one.at, now)}</span>
            <button type="button" class="link" aria-label={say('keptForget', one.label)} onClick={() => void forget(one)}>
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      {isFailed && <Notice tone="bad">{say('keepImpossible')}</Notice>}
    </section>
  )
}
