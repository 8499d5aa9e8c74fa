import { useState } from 'preact/hooks'
import type { Subject } from '../../claims/subject'
import type { Verdict } from '../../mapping/verdict'
import { missingGrants } from '../../platform/grants'
import type { SiteSettings } from '../../settings/catalog'
import { Grants } from '../../ui/Grants'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { FailedLookUp } from '../directory/FailedLookUp'

interface Props {
  readonly site: SiteSettings
  readonly subject: Subject
  readonly verdict: Verdict
}

/** Asks the site whether the account is there, in which groups it is, and which groups there are at all. */
export function AskDirectory({ site, subject, verdict: { lookup } }: Props) {
  const { directory } = useBench()
  const [missing, setMissing] = useState<readonly string[]>([])
  const { known, isAsking, failed } = directory
  // What is left of the user name of somebody who was kept is nobody's.
  const isNamed = lookup.by === 'username' && subject.from !== 'kept'
  const names = [...new Set([...known.accounts.map(({ username }) => username), ...(isNamed ? [lookup.value] : [])])]
  const ask = () =>
    void missingGrants([site]).then((some) => {
      setMissing(some)
      if (some.length === 0) directory.ask(names.filter(Boolean))
    })
  const isTold = lookup.isKnown && (known.groups ?? known.someGroups) !== undefined
  return (
    <>
      {known.someGroups && <p class="muted">{say('directoryMoreGroups')}</p>}
      <div class="actions">
        <button type="button" aria-disabled={isAsking} onClick={() => !isAsking && ask()}>
          {say(isAsking ? 'directoryAsking' : isTold ? 'askAgain' : 'directoryAsk')}
        </button>
      </div>
      <Grants missing={missing} answered={ask} />
      {failed && <FailedLookUp failed={failed} baseUrl={site.baseUrl} />}
    </>
  )
}
