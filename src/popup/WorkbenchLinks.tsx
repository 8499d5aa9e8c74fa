import { openBeside } from '../platform/side-panel'
import { workbenchFor } from '../ui/links'
import { say } from '../ui/words'
import { sitesShown } from './read-snapshot'
import type { Snapshot } from './snapshot'

interface Props {
  readonly snapshot: Snapshot
  readonly isWindow: boolean
}

/** The ways to the administrators' page: in a tab, or beside the page in front. Only where there is a site that it could be about. */
export function WorkbenchLinks({ snapshot: { settings, tab }, isWindow }: Props) {
  const [site] = sitesShown(settings, tab?.url)
  if (!site) return null
  const beside = (tabId: number) => openBeside(tabId).then(() => isWindow || close())
  return (
    <p class="workbench-links">
      <a href={workbenchFor(site.baseUrl)} target="_blank" rel="noreferrer">
        {say('openWorkbench')}
      </a>
      {tab && (
        <button type="button" class="link" onClick={() => void beside(tab.id)}>
          {say('openWorkbenchBeside')}
        </button>
      )}
    </p>
  )
}
