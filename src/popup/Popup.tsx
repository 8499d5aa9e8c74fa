import { ssoApps } from '../sso-apps'
import { dialects } from '../sso-apps/dialects'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useAppearance } from '../ui/use-appearance'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import { Header } from './Header'
import { NoProvider } from './NoProvider'
import { PageCard } from './PageCard'
import { SignInCard } from './SignInCard'
import { type Spelling, signInViews } from './sign-in-state'
import type { Snapshot } from './snapshot'
import { type Following, useSnapshot } from './use-snapshot'
import { WorkbenchLinks } from './WorkbenchLinks'

const spelling: Spelling = { dialects, names: Object.fromEntries(ssoApps.map(({ id, name }) => [id, name])) }

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

function SignIns({ snapshot }: { readonly snapshot: Snapshot }) {
  const now = useNow(10)
  const views = signInViews(snapshot, spelling, now)
  const hasSites = snapshot.settings.sites.length > 0
  if (views.length === 0) return hasSites ? <NoProvider /> : null
  return (
    <>
      {views.map((view) => (
        <SignInCard key={view.provider} view={view} now={now} />
      ))}
    </>
  )
}
