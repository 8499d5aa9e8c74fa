import { useEffect, useState } from 'preact/hooks'
import { SearchBox } from '../ui/SearchBox'
import { say } from '../ui/words'
import { Emergency } from './Emergency'
import { LogIn } from './LogIn'
import { listedSites, readWays, sitesNamed } from './read-snapshot'
import type { Snapshot } from './snapshot'
import { siteView } from './state'

/** The sites of the settings, where none of them is in front: the first few, or those that a person looks for. */
export function SiteList({ snapshot: { settings, ways, tab }, isWindow }: { readonly snapshot: Snapshot; readonly isWindow: boolean }) {
  const [wanted, want] = useState('')
  const [found, setFound] = useState<Snapshot['ways']>({})
  const all = settings.sites.filter(({ enabled }) => enabled).length
  const listed = sitesNamed(settings.sites, wanted)
  const unknown = listed.filter(({ baseUrl }) => !ways[baseUrl])
  useEffect(() => {
    let isWanted = true
    if (unknown.length > 0) readWays(unknown).then((read) => isWanted && setFound(read), console.warn)
    return () => {
      isWanted = false
    }
  }, [unknown.map(({ baseUrl }) => baseUrl).join()])
  if (all === 0) return null
  const sites = listed.map((site) => siteView(site, { ...found, ...ways }))
  return (
    <>
      <h3>{say('yourSites')}</h3>
      {all > listedSites && <SearchBox label={say('findSite', String(all))} wanted={wanted} want={want} />}
      {sites.length === 0 && (
        <p class="muted" role="status">
          {say('findSiteNone')}
        </p>
      )}
      <ul class="sites">
        {sites.map((site) => (
          <li key={site.baseUrl}>
            <LogIn site={site} tabId={tab?.id} isWindow={isWindow} />
            {site.backdoor && <Emergency address={site.backdoor} doubt={site.doubt} />}
          </li>
        ))}
      </ul>
    </>
  )
}
