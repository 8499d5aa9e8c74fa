import { optionsAt } from '../ui/links'
import { say } from '../ui/words'
import { Decided } from './Decided'
import { Grants } from './in-need'
import { Journal } from './Journal'
import { SiteInFront } from './SiteInFront'
import { SiteList } from './SiteList'
import type { Snapshot } from './snapshot'
import { type PageView, pageView } from './state'

interface Props {
  readonly snapshot: Snapshot
  readonly reload: () => void
  readonly isWindow: boolean
}

/** What Latchkey makes of the page in front, and the ways in. */
export function PageCard({ snapshot, reload, isWindow }: Props) {
  const view = pageView(snapshot)
  return (
    <section class="card page-card" aria-labelledby="this-page">
      <h2 id="this-page" class="unseen">
        {say('pageCard')}
      </h2>
      {snapshot.missing.length > 0 && <Grants key={snapshot.missing.join()} missing={snapshot.missing} answered={reload} />}
      {view.kind === 'site' ? (
        <SiteInFront view={view} isWindow={isWindow} tabId={snapshot.tab?.id} />
      ) : (
        <Elsewhere view={view} snapshot={snapshot} isWindow={isWindow} />
      )}
      <Journal entries={snapshot.journal} />
    </section>
  )
}

interface ElsewhereProps {
  readonly view: Exclude<PageView, { kind: 'site' }>
  readonly snapshot: Snapshot
  readonly isWindow: boolean
}

function Elsewhere({ view, snapshot, isWindow }: ElsewhereProps) {
  const addable = view.kind === 'other' ? view.addable : undefined
  const isEmpty = snapshot.settings.sites.length === 0
  return (
    <>
      <p>{view.kind === 'other' ? say('pageOther', view.address) : say(view.kind === 'cloud' ? 'pageCloud' : 'pageNoAddress')}</p>
      <Decided earlier={view.earlier} />
      {isEmpty && (
        <>
          <h3>{say('welcomeTitle')}</h3>
          <p>{say('welcomeText')}</p>
        </>
      )}
      {(addable ?? isEmpty) && (
        <p class="actions">
          <a
            class={isEmpty ? 'button primary' : undefined}
            href={optionsAt(addable ? `sites?add=${encodeURIComponent(addable)}` : 'sites')}
            target="_blank"
            rel="noreferrer"
          >
            {say(addable ? 'pageAdd' : 'welcomeOptions')}
          </a>
        </p>
      )}
      {!isEmpty && <SiteList snapshot={snapshot} isWindow={isWindow} />}
    </>
  )
}
