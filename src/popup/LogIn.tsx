import { useState } from 'preact/hooks'
import { doorOf } from '../login-page/door'
import { doorsOf } from '../platform/doors-for-pages'
import { frontTab, sendTab } from '../platform/tabs'
import { startOf } from '../platform/ways'
import { type Problem, problemOf } from '../problem'
import { say } from '../ui/words'
import { ProblemNotice } from './in-need'
import type { SiteView } from './state'

interface Props {
  readonly site: SiteView
  /** The tab that goes; none where the browser shows none. */
  readonly tabId: number | undefined
  readonly isWindow: boolean
  readonly look?: string
}

/** One click through single sign-on, in the tab in front and back to the page that is there; to the site itself while its start is unknown. */
export function LogIn({ site, tabId, isWindow, look }: Props) {
  const [problem, setProblem] = useState<Problem>()
  if (tabId === undefined) return null
  const go = async () => {
    // A window of its own may be older than the page in its tab.
    const tab = isWindow ? await frontTab(`?tab=${tabId}`) : undefined
    const door = tab?.url?.startsWith(site.baseUrl) ? doorOf(site.baseUrl, await doorsOf([site])) : undefined
    await sendTab(tabId, startOf(door, tab?.url) ?? site.start ?? site.baseUrl)
    if (!isWindow) close()
  }
  return (
    <>
      <button type="button" class={look} onClick={() => go().catch((error: unknown) => setProblem(problemOf(error)))}>
        {say('logIn', site.name)}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
