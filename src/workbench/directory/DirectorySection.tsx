import { useState } from 'preact/hooks'
import { missingGrants } from '../../platform/grants'
import type { SiteSettings } from '../../settings/catalog'
import { Grants } from '../../ui/Grants'
import { optionsAt } from '../../ui/links'
import { Notice } from '../../ui/Notice'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { EntryList } from '../claims/EntryList'
import { Accounts } from './Accounts'
import { candidatesOf } from './candidates'
import { FailedLookUp } from './FailedLookUp'
import { useMappedName } from './use-mapped-name'

/** What the site itself says of its groups, and of the person at hand. */
export function DirectorySection() {
  const { site } = useBench()
  if (site) return <SiteDirectory site={site} />
  return (
    <p>
      {say('noSites')} <a href={optionsAt('sites')}>{say('options')}</a>
    </p>
  )
}

function SiteDirectory({ site }: { readonly site: SiteSettings }) {
  const { directory, subject } = useBench()
  const [missing, setMissing] = useState<readonly string[]>([])
  const mapped = useMappedName(site)
  const names = subject ? candidatesOf(subject, mapped) : []
  const ask = () =>
    void missingGrants([site]).then((some) => {
      setMissing(some)
      if (some.length === 0) directory.ask(names)
    })
  const { known, as, isAsking, failed } = directory
  const groups = known.groups ?? known.someGroups
  return (
    <>
      <div class="card">
        <p>{say('directoryAbout', site.name || new URL(site.baseUrl).host)}</p>
        {names.length > 0 && <p class="muted">{say('directoryNames', new Intl.ListFormat(say('languageTag')).format(names))}</p>}
        <div class="actions">
          <button type="button" class="primary" aria-disabled={isAsking} onClick={() => !isAsking && ask()}>
            {say(isAsking ? 'directoryAsking' : 'directoryAsk')}
          </button>
        </div>
        <Grants missing={missing} answered={ask} />
        {failed && <FailedLookUp failed={failed} baseUrl={site.baseUrl} />}
        <p role="status">{as && !isAsking && !failed && say('directoryAs', as)}</p>
      </div>
      {as !== undefined && <Accounts accounts={known.accounts} />}
      {groups && (
        <section class="told" aria-labelledby="directory-groups">
          <h3 id="directory-groups">{say('directoryGroups', known.groups ? `${groups.length}` : `${groups.length}+`)}</h3>
          {!known.groups && <Notice tone="warning">{say('directoryMoreGroups')}</Notice>}
          <EntryList entries={groups} />
        </section>
      )}
    </>
  )
}
