import { say } from '../ui/words'
import { Emergency } from './Emergency'
import { LogIn } from './LogIn'
import { sitesShown } from './read-snapshot'
import type { Snapshot } from './snapshot'
import { siteView } from './state'

/** The sites of the settings, where none of them is in front. */
export function SiteList({ snapshot: { settings, ways, tab }, isWindow }: { readonly snapshot: Snapshot; readonly isWindow: boolean }) {
  const sites = sitesShown(settings, tab?.url).map((site) => siteView(site, ways))
  if (sites.length === 0) return null
  return (
    <>
      <h3>{say('yourSites')}</h3>
      <ul class="sites">
        {sites.map((site) => (
          <li key={site.baseUrl}>
            <LogIn site={site} tabId={tab?.id} isWindow={isWindow} />
            {site.backdoor && <Emergency address={site.backdoor} {...(site.doubt && { doubt: site.doubt })} />}
          </li>
        ))}
      </ul>
    </>
  )
}
