import { useEffect } from 'preact/hooks'
import { ask } from '../platform/messages'
import { useNow } from './use-now'
import { say } from './words'

/** After so many seconds a person wonders. */
const patience = 15

/** A sign-in under way since then, in seconds since the epoch; after a while it says what may be wrong, and offers a way on. */
export function Running({ since, again }: { readonly since: number; readonly again: () => void }) {
  const isLong = useNow(1) - since >= patience
  useEffect(() => {
    if (isLong) ask('settle').catch(() => undefined) // should the background have died, it says so when it is woken
  }, [isLong])
  return (
    <div class="running" role="status">
      <p>
        <progress aria-label={say('running')} /> {say('running')}
      </p>
      {isLong && <p>{say('runningLong')}</p>}
      {isLong && (
        <div class="actions">
          <button type="button" onClick={again}>
            {say('tryAgain')}
          </button>
        </div>
      )}
    </div>
  )
}
