import { evidenceInWords } from '../ui/decision-words'
import { say } from '../ui/words'
import { Decided } from './Decided'
import { Emergency } from './Emergency'
import { Stopped } from './in-need'
import { LogIn } from './LogIn'
import type { PageView } from './state'

interface Props {
  readonly view: Extract<PageView, { kind: 'site' }>
  readonly tabId: number | undefined
  readonly isWindow: boolean
}

/** The site in front: what was decided on its page, one click in, the emergency way in, and what the page was taken for. */
export function SiteInFront({ view: { site, decision, page, earlier }, tabId, isWindow }: Props) {
  return (
    <>
      <p class="site-name">
        {site.name} <bdi class="muted">{site.baseUrl}</bdi>
      </p>
      <Decided decision={decision} earlier={earlier} otherwise={say('pageQuiet')} />
      {decision?.because.code === 'tried-already' && tabId !== undefined && <Stopped tabId={tabId} baseUrl={site.baseUrl} />}
      {site.start === undefined ? (
        <p class="muted">{say(site.severalProviders ? 'logInSeveral' : 'logInUnknown')}</p>
      ) : (
        <LogIn site={site} tabId={tabId} isWindow={isWindow} look="primary wide" />
      )}
      {site.backdoor && <Emergency address={site.backdoor} doubt={site.doubt} />}
      {page && (
        <details class="aside">
          <summary>{say('recognisedHow')}</summary>
          <p class="muted note">{evidenceInWords(page)}</p>
        </details>
      )}
    </>
  )
}
