import type { SiteSettings } from '../settings/catalog'
import { type Discovery, loginPage } from '../setup/discovery'
import { ssoApps } from '../sso-apps'
import { emergencyOf } from '../sso-apps/rescue'
import { Icon } from '../ui/Icon'
import { Rescue } from '../ui/Rescue'
import { say } from '../ui/words'
import { AskAgain } from './AskAgain'
import { AskedList } from './AskedList'
import { FoundFacts } from './FoundFacts'
import { NextStep } from './NextStep'
import { ProviderChoices } from './ProviderChoices'

interface Props {
  readonly site: SiteSettings
  readonly discovery?: Discovery
}

/** What Latchkey found out about a site by itself, how, and what it could not. */
export function FoundOut({ site, discovery }: Props) {
  const { known, asked = [], at = 0 } = discovery ?? {}
  const mayAsk = !asked.some(({ ending }) => ending === 'not-granted')
  return (
    <section class="found" aria-label={say('foundTitle')}>
      <h3>{say('foundTitle')}</h3>
      {known ? (
        <Found site={site} discovery={{ ...discovery, at, known }} />
      ) : (
        <p class="found-app">{say(discovery ? 'foundNothing' : 'foundNotYet')}</p>
      )}
      {known && asked.length > 0 && (
        <details>
          <summary>{say('askedTitle')}</summary>
          <AskedList asked={asked} />
        </details>
      )}
      {!known && asked.length > 0 && <AskedList asked={asked} />}
      {!known && discovery && mayAsk && <NextStep baseUrl={site.baseUrl} />}
      <AskAgain baseUrl={site.baseUrl} at={at} />
    </section>
  )
}

function Found({ site, discovery }: Required<Props>) {
  const { known = {} } = discovery
  const emergency = emergencyOf(known, site.baseUrl)
  return (
    <>
      <div>
        <p class="found-app">
          <Icon name="tick" /> {ssoApps.find(({ id }) => id === known.ssoApp)?.name ?? known.ssoApp}
        </p>
        <p class="muted">{howInWords(discovery)}</p>
      </div>
      {known.choices && <ProviderChoices site={site} choices={known.choices} />}
      <FoundFacts site={site} known={known} />
      {emergency && <Rescue {...emergency} />}
    </>
  )
}

function howInWords({ from = '', asked = [] }: Discovery): string {
  if (from === loginPage) return say('foundOnPage')
  const isFromPage = asked.some(({ path, fromPage }) => path === from && fromPage)
  return say(isFromPage ? 'foundByFromPage' : 'foundBy', from)
}
