import { useState } from 'preact/hooks'
import { startOf } from '../platform/doors'
import { frontTab, sendTab } from '../platform/front-tab'
import { type Problem, problemOf } from '../problem'
import { ProblemNotice } from '../ui/ProblemNotice'
import { say } from '../ui/words'
import { Decided } from './Decided'
import { Emergency } from './Emergency'
import type { PageView } from './state'

interface Props {
  readonly view: Extract<PageView, { kind: 'site' }>
  readonly tabId?: number
  readonly isWindow: boolean
}

/** The site in front: what was decided on its page, one click in, and the emergency way in. */
export function SiteInFront({ view: { site, decision, page, earlier }, tabId, isWindow }: Props) {
  return (
    <>
      <p class="site-name">
        {site.name} <span class="muted">{site.baseUrl}</span>
      </p>
      {!decision && !earlier && <p class="decided">{say('pageQuiet')}</p>}
      <Decided {...(decision && { decision })} {...(page && { page })} {...(earlier && { earlier })} />
      {site.start === undefined ? (
        <p class="muted">{say(site.severalProviders ? 'logInSeveral' : 'logInUnknown')}</p>
      ) : (
        <LogIn site={site} start={site.start} isWindow={isWindow} {...(tabId !== undefined && { tabId })} />
      )}
      {site.backdoor && <Emergency address={site.backdoor} {...(site.doubt && { doubt: site.doubt })} />}
    </>
  )
}

interface LogInProps extends Pick<Props, 'tabId' | 'isWindow'> {
  readonly site: Props['view']['site']
  readonly start: string
}

function LogIn({ site, start, tabId, isWindow }: LogInProps) {
  const [problem, setProblem] = useState<Problem>()
  if (tabId === undefined) return null
  const go = async () => {
    // A window of its own may be older than the page in its tab.
    const tab = isWindow ? await frontTab(`?tab=${tabId}`) : undefined
    await sendTab(tabId, (tab?.url && (await startOf(site.baseUrl, tab.url))) || start)
    if (!isWindow) close()
  }
  return (
    <>
      <button type="button" class="primary wide" onClick={() => go().catch((error: unknown) => setProblem(problemOf(error)))}>
        {say('logIn', site.name)}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
