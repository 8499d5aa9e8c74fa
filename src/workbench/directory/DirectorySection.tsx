import type { SiteSettings } from '../../settings/catalog'
import { optionsAt } from '../../ui/links'
import { listOf } from '../../ui/list-words'
import { Notice } from '../../ui/Notice'
import { siteName } from '../../ui/site-name'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { EntryList } from '../claims/EntryList'
import { Accounts } from './Accounts'
import { AskSite } from './AskSite'
import { candidatesOf } from './candidates'
import { useMappedName } from './use-mapped-name'

/** What the site itself says of its groups, and of the person at hand. */
export function DirectorySection() {
  const { site } = useBench()
  if (site) return <SiteDirectory key={site.baseUrl} site={site} />
  return (
    <p>
      {say('noSites')} <a href={optionsAt('sites')}>{say('options')}</a>
    </p>
  )
}

function SiteDirectory({ site }: { readonly site: SiteSettings }) {
  const { directory, subject } = useBench()
  const mapped = useMappedName(site)
  const names = subject ? candidatesOf(subject, mapped) : []
  const { known, as, isAsking, failed } = directory
  const groups = known.groups ?? known.someGroups
  return (
    <>
      <div class="card">
        <p>{say('directoryAbout', siteName(site))}</p>
        {names.length > 0 && <p class="muted">{say('directoryNames', listOf(names))}</p>}
        <AskSite isPrimary site={site} names={names} label={say('directoryAsk')} />
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
