import { useState } from 'preact/hooks'
import { ask } from '../platform/messages'
import { clockTime } from '../ui/times'
import { say } from '../ui/words'

interface Props {
  readonly baseUrl: string
  /** When the site was asked last, in milliseconds since the epoch; 0 for never. */
  readonly at: number
}

/** Asks a site anew, and says when that was. */
export function AskAgain({ baseUrl, at }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const askNow = () => {
    setState('asking')
    ask('askSite', baseUrl).then(
      () => setState('idle'),
      () => setState('failed'),
    )
  }
  const words = {
    idle: () => (at > 0 ? say('askedAt', clockTime(at / 1000, Date.now() / 1000)) : ''),
    asking: () => say('asking'),
    failed: () => say('askFailed'),
  }
  return (
    <div class="ask-again">
      {/* It keeps the focus while it waits: a button that is switched off would lose it. */}
      <button type="button" aria-disabled={state === 'asking'} onClick={() => state !== 'asking' && askNow()}>
        {say('askAgain')}
      </button>
      {state === 'asking' && <progress aria-label={say('asking')} />}
      <p class="muted" role="status">
        {words[state]()}
      </p>
    </div>
  )
}
