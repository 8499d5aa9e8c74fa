import { originOf, requestGrants } from '../platform/grants'
import { addEntry } from '../settings/edit'
import { providerOf } from '../settings/provider-of'
import { useOptions } from '../ui/fields/use-options'
import { Grants } from '../ui/Grants'
import { restOf } from '../ui/list-words'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { AddEntry, type Judged } from './AddEntry'
import { ConnectionCheck } from './ConnectionCheck'
import { EntryCard } from './EntryCard'
import { FoundOut } from './FoundOut'
import { ListSection } from './ListSection'
import { siteAddress } from './site-address'
import { useDiscoveries } from './use-discoveries'
import { useMissing } from './use-missing'
import { entriesShown, usePages } from './use-pages'

const judge = (typed: string): Judged => {
  const found = siteAddress(typed)
  return 'baseUrl' in found ? { key: found.baseUrl } : found
}

/** The sites. `adding` is an address that the person wants to add, from the page's own address. */
export function SitesSection({ adding }: { readonly adding: string }) {
  const { resolved, change } = useOptions()
  const { sites } = resolved.settings
  const keys = sites.map(({ baseUrl }) => baseUrl)
  const missing = useMissing(keys)
  const discoveries = useDiscoveries()
  const { shown, more } = usePages(sites, entriesShown)
  // Said once: above the sites, which may be folded, or within the only one; hosts that are merely counted above are named within.
  const [above, within] = sites.length > 1 ? [missing, restOf(missing)] : [[], missing]
  const add = (key: string) => {
    // Browsers hear the question only while they handle the click, so nothing may be awaited before it.
    void requestGrants([originOf(key)]).catch(() => false)
    void change(
      () => say('added', key),
      (stored) => addEntry(stored, { list: 'sites', key }),
    )
  }
  const form = { id: 'add-site', label: say('addSiteLabel'), hint: say('addSiteHint'), button: say('addSite') }
  return (
    <ListSection
      list="sites"
      title={say('sitesTitle')}
      about={say('sitesAbout')}
      empty={sites.length === 0 ? say('noSites') : ''}
      form={<AddEntry key={adding} {...form} placeholder="https://wiki.acme.com/" initial={adding} judge={judge} taken={keys} add={add} />}
    >
      <Grants missing={above} />
      {shown.map((site) => {
        const { baseUrl } = site
        const discovery = discoveries[baseUrl]
        const pool = providerOf(site, resolved.settings.providers)
        return (
          <EntryCard
            section="sites"
            canRemove
            key={baseUrl}
            entry={{ list: 'sites', key: baseUrl }}
            name={siteName(site)}
            isOpen={sites.length < 3}
          >
            <Grants missing={within.filter((origin) => origin === originOf(baseUrl))} />
            <FoundOut site={site} {...(discovery && { discovery })} />
            <ConnectionCheck site={site} {...(pool && { pool })} />
          </EntryCard>
        )
      })}
      {more}
    </ListSection>
  )
}
