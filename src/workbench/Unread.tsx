import { ClippingLine } from '../ui/ClippingLine'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'

interface Props {
  /** The browser's own words: for whoever mends it, to be copied and not shown. */
  readonly message: string
  /** Something was read before, and is still on the workbench. */
  readonly isStale: boolean
  readonly again: () => void
}

/** Says that storage could not be read, and what is shown all the same. */
export const Unread = ({ message, isStale, again }: Props) => (
  <Notice tone="bad" title={say('benchUnread')}>
    <p>{say(isStale ? 'benchUnreadNext' : 'problem_storage_failed_next')}</p>
    <ClippingLine label={say('details')} value={message} isHidden />
    <div class="actions">
      <button type="button" onClick={again}>
        {say('tryAgain')}
      </button>
    </div>
  </Notice>
)
