import { popOut } from '../platform/tabs'
import { Icon } from '../ui/Icon'
import { optionsAt } from '../ui/links'
import { Mark } from '../ui/Mark'
import { say } from '../ui/words'

/** Name and the ways out of the popup. `tabId` is the tab that a window of its own would keep to. */
export const Header = ({ tabId }: { readonly tabId?: number }) => (
  <header class="bar">
    <Mark />
    <h1>{say('extensionName')}</h1>
    {tabId !== undefined && (
      <button type="button" class="tool" aria-label={say('popOut')} title={say('popOut')} onClick={() => popOut(tabId).then(close)}>
        <Icon name="window" />
      </button>
    )}
    <a class="tool" href={optionsAt('')} target="_blank" rel="noreferrer" aria-label={say('options')} title={say('options')}>
      <Icon name="gear" />
    </a>
  </header>
)
