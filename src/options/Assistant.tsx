import { useState } from 'preact/hooks'
import { redirectAddressOfEachBrowser } from '../platform/redirect-address'
import { poolFacts } from '../providers/cognito/pool-facts'
import { withIssuersParts } from '../providers/cognito/pool-parts'
import { loggedOutAddress } from '../session/after-logout'
import type { ProviderSettings, SiteSettings } from '../settings/catalog'
import { mostSignOuts, wishForApp, wishForLatchkey } from '../setup/client-wish'
import { openIdForm } from '../setup/open-id-form'
import { ssoApps } from '../sso-apps'
import { setups } from '../sso-apps/setup'
import { FlowPicture } from '../ui/FlowPicture'
import { someOf } from '../ui/list-words'
import { Notice } from '../ui/Notice'
import { settingLabel } from '../ui/setting-words'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { AppForm } from './AppForm'
import { ClientRecipe } from './ClientRecipe'
import { ClientReview } from './ClientReview'
import { type Form, FormChoice } from './FormChoice'

interface Props {
  readonly site: SiteSettings
  /** The other sites of the pool. */
  readonly others: readonly SiteSettings[]
  readonly pool: ProviderSettings
  /** Id of the site's SSO app; empty where nobody knows it. */
  readonly app: string
}

/** What to enter where: the SSO app's client, the SSO app's own form, and Latchkey's client. */
export function Assistant({ site, others, pool: configured, app }: Props) {
  const [form, chooseForm] = useState<Form>('console')
  const [clientId, setClientId] = useState('')
  const setup = setups[app] ?? { form: openIdForm }
  const name = ssoApps.find(({ id }) => id === app)?.name ?? say('assistantSomeApp')
  const pool = withIssuersParts(configured)
  if (pool.kind !== 'cognito') return <Notice tone="quiet" title={say('assistantOnlyCognito')} />
  const missing = missingOf(pool)
  if (missing.length > 0) return <Notice tone="warning" title={say('assistantMissing', missing.join(', '))} />
  if (setup.isUnfit) return <Notice tone="warning" title={say('assistantUnfit', name)} />
  const facts = poolFacts(pool, loggedOutAddress(site.baseUrl), clientId.trim())
  const own = {
    wish: wishForLatchkey([site, ...others], pool, redirectAddressOfEachBrowser()),
    region: pool.region,
    form,
    name: 'latchkey',
  }
  return (
    <>
      <FlowPicture />
      <FormChoice form={form} choose={chooseForm} />
      <p class="help">{say('assistantRotation')}</p>
      <h3>{say('assistantAppClient', name)}</h3>
      {setup.callback === undefined ? (
        <p>{say('assistantCallbackUnknown', name)}</p>
      ) : (
        <ClientRecipe wish={wishForApp(site, pool, setup.callback)} region={pool.region} form={form} name="confluence_sso" />
      )}
      <h3>{say('assistantForm', siteName(site), name)}</h3>
      <AppForm setup={setup} facts={facts} baseUrl={site.baseUrl} clientId={clientId} setClientId={setClientId} />
      <h3>{say('assistantOwnClient')}</h3>
      <p class="help">{say('assistantOwnAbout')}</p>
      <LeftOut sites={[site, ...others].filter(({ baseUrl }) => own.wish.leftOut.includes(baseUrl))} />
      {pool.clientId ? <ClientReview {...own} clientId={pool.clientId} /> : <ClientRecipe {...own} />}
    </>
  )
}

/** Sites whose people would end on an error page of the pool's after a logout, since its client does not list them. */
const LeftOut = ({ sites }: { readonly sites: readonly SiteSettings[] }) =>
  sites.length > 0 && (
    <Notice tone="warning" title={say('leftOutTitle', String(mostSignOuts), someOf(sites.map(siteName)))}>
      <p>{say('leftOutAbout')}</p>
    </Notice>
  )

/** Names of the settings without which there is nothing to print. */
const missingOf = (pool: ProviderSettings): readonly string[] =>
  (['region', 'userPoolId', 'domain'] as const).filter((name) => !pool[name]).map((name) => settingLabel(`providers.${name}`))
