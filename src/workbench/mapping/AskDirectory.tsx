import type { Subject } from '../../claims/subject'
import type { Verdict } from '../../mapping/verdict'
import type { SiteSettings } from '../../settings/catalog'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { AskSite } from '../directory/AskSite'

interface Props {
  readonly site: SiteSettings
  readonly subject: Subject
  readonly verdict: Verdict
}

/** Asks the site whether the account is there, in which groups it is, and which groups there are at all. */
export function AskDirectory({ site, subject, verdict: { lookup } }: Props) {
  const { known } = useBench().directory
  // What is left of the user name of somebody who was kept is nobody's.
  const isNamed = lookup.by === 'username' && subject.from !== 'kept'
  const names = [...known.accounts.map(({ username }) => username), ...(isNamed ? [lookup.value] : [])].filter(Boolean)
  const isTold = lookup.isKnown && (known.groups ?? known.someGroups) !== undefined
  return (
    <>
      {known.someGroups && <p class="muted">{say('directoryMoreGroups')}</p>}
      <AskSite site={site} names={[...new Set(names)]} label={say(isTold ? 'askAgain' : 'directoryAsk')} />
    </>
  )
}
