import { useAppearance } from '../ui/use-appearance'
import { say } from '../ui/words'
import { Header } from './Header'
import { ProblemNotice } from './in-need'
import { PageCard } from './PageCard'
import { SignIns } from './SignIns'
import { type Following, useSnapshot } from './use-snapshot'
import { WorkbenchLinks } from './WorkbenchLinks'

interface Props {
  readonly following: Following
  /** The popup stands in a window of its own. */
  readonly isWindow: boolean
}

/** The popup: the page in front, and what each identity provider says of the person. */
export function Popup({ following, isWindow }: Props) {
  const { snapshot, failed, reload } = useSnapshot(following)
  useAppearance('extensionName', snapshot?.settings.appearance)
  const tab = snapshot?.tab
  return (
    <>
      <Header {...(tab && !isWindow && { tabId: tab.id })} />
      <main>
        {failed !== undefined && <ProblemNotice problem={{ code: 'storage-failed', message: failed }} />}
        {!snapshot && failed === undefined && <p class="muted">{say('loading')}</p>}
        {snapshot && <PageCard snapshot={snapshot} reload={reload} isWindow={isWindow} />}
        {snapshot && <SignIns snapshot={snapshot} />}
        {snapshot?.settings.features.workbench && <WorkbenchLinks snapshot={snapshot} isWindow={isWindow} />}
      </main>
    </>
  )
}
