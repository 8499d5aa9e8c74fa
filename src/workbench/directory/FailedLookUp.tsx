import type { LookUpFailure } from '../../setup/look-up'
import { Notice } from '../../ui/Notice'
import { keyOf, say } from '../../ui/words'

/** Why the directory could not be read, and what to do. */
export const FailedLookUp = ({ failed: { why, status }, baseUrl }: { readonly failed: LookUpFailure; readonly baseUrl: string }) => (
  <Notice tone="bad" title={say('directoryFailed')}>
    <p>{why === 'status' ? say('lookUp_status', String(status ?? '')) : say(keyOf('lookUp', why))}</p>
    {(why === 'signed-out' || why === 'not-allowed' || why === 'html') && (
      <a href={baseUrl} target="_blank" rel="noreferrer">
        {say('directoryOpen')}
      </a>
    )}
  </Notice>
)
