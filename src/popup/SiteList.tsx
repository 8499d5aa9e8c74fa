import { say } from '../ui/words'
import { Emergency } from './Emergency'
import { sitesShown } from './read-snapshot'
import type { Snapshot } from './snapshot'
import { siteView } from './state'

/** The sites of the settings, where none of them is in front. */
export function SiteList({ snapshot: { resolved, ways, tab } }: { readonly snapshot: Snapshot }) {
  const sites = sitesShown(resolved, tab?.url).map((site) => siteView(site, ways))
  if (sites.length === 0) return null
  return (
    <>
      <h3>{say('yourSites')}</h3>
      <ul class="sites">
        {sites.map(({ baseUrl, name, start, backdoor, doubt }) => (
          <li key={baseUrl}>
            <a class="button" href={start ?? baseUrl} target="_blank" rel="noreferrer">
              {say('logIn', name)}
            </a>
            {backdoor && <Emergency address={backdoor} {...(doubt && { doubt })} />}
          </li>
        ))}
      </ul>
    </>
  )
}
