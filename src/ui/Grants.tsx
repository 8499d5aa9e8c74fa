import { useState } from 'preact/hooks'
import { requestGrants } from '../platform/grants'
import { someOf } from './list-words'
import { Notice } from './Notice'
import { say } from './words'

interface Props {
  /** Match patterns of hosts that the browser has not granted yet. */
  readonly missing: readonly string[]
  readonly answered?: () => void
}

/** Says on which hosts Latchkey may not act yet, and lets the browser ask for all of them in one click. */
export function Grants({ missing, answered }: Props) {
  const [isRefused, setRefused] = useState(false)
  if (missing.length === 0) return null
  const hosts = missing.map((pattern) => pattern.replace(/^.*?:\/\/|\/\*$/g, ''))
  const allow = () =>
    requestGrants(missing).then(
      (granted) => {
        setRefused(!granted)
        answered?.()
      },
      () => setRefused(true),
    )
  return (
    <Notice tone="warning">
      <p>{say('grantMissing', someOf(hosts))}</p>
      {isRefused && <p role="status">{say('grantRefused')}</p>}
      <div class="actions">
        <button type="button" class="primary" onClick={allow}>
          {say('allow')}
        </button>
      </div>
    </Notice>
  )
}
