import type { ComponentProps } from 'preact'
import { useState } from 'preact/hooks'
import { providerOf } from '../settings/provider-of'
import { ssoAppOf } from '../settings/sso-app-of'
import { Fold } from '../ui/Fold'
import { useOptions } from '../ui/fields/use-options'
import { Select } from '../ui/Select'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { Assistant } from './Assistant'
import { useDiscoveries } from './use-discoveries'

interface Props {
  /** Base URL of the site that the page's address names. */
  readonly wanted: string
  /** The page's address leads here. */
  readonly isWanted: boolean
}

/** What to enter where, for one Confluence and one user pool. */
export function AssistantSection({ wanted, isWanted }: Props) {
  const { sites, providers } = useOptions().resolved.settings
  const [chosen, choose] = useState<{ readonly baseUrl?: string; readonly pool?: string }>({})
  const site = sites.find(({ baseUrl }) => baseUrl === (chosen.baseUrl ?? wanted)) ?? sites[0]
  const pool = providers.find(({ id }) => id === chosen.pool) ?? (site && providerOf(site, providers)) ?? providers[0]
  const others = sites.filter((one) => one !== site && providerOf(one, providers) === pool)
  return (
    <section id="assistant" aria-labelledby="assistant-title">
      <h2 id="assistant-title">{say('assistantTitle')}</h2>
      <p class="muted">{say('assistantAbout')}</p>
      {site && pool ? (
        <Fold class="card assistant" isOpen={isWanted} summary={say('assistantOpen')}>
          {() => (
            <>
              <div class="fields">
                <Select
                  class="field"
                  label={say('assistantSite')}
                  value={site.baseUrl}
                  options={sites.map((one) => [one.baseUrl, siteName(one)])}
                  choose={(baseUrl) => choose({ baseUrl })}
                />
                <Select
                  class="field"
                  label={say('assistantPool')}
                  value={pool.id}
                  options={providers.map(({ id }) => [id, id])}
                  choose={(id) => choose({ ...chosen, pool: id })}
                />
              </div>
              <ForBoth key={`${site.baseUrl} ${pool.id}`} site={site} pool={pool} others={others} />
            </>
          )}
        </Fold>
      ) : (
        <p class="empty">{say('assistantEmpty')}</p>
      )}
    </section>
  )
}

function ForBoth({ site, ...rest }: Omit<ComponentProps<typeof Assistant>, 'app'>) {
  const found = useDiscoveries()[site.baseUrl]?.known?.ssoApp
  return <Assistant site={site} app={ssoAppOf(site, found) ?? ''} {...rest} />
}
