import { useMemo, useRef, useState } from 'preact/hooks'
import { keptSubject } from '../claims/kept'
import { type Subject, subjectOf } from '../claims/subject'
import { doorOf } from '../login-page/door'
import { providers as kinds } from '../providers'
import type { ProviderSettings } from '../settings/catalog'
import { providerOf } from '../settings/provider-of'
import { ssoAppOf } from '../settings/sso-app-of'
import { ssoApps } from '../sso-apps'
import { dialects } from '../sso-apps/dialects'
import type { App, Bench, Shelf } from './bench'
import type { Pasting } from './paste/use-pasting'

type Chosen = Pick<Bench, 'subjects' | 'subject' | 'choose' | 'issuedBy' | 'site' | 'chooseSite' | 'app'>

/**
 * Chooses what lies on the workbench: what the person chose, else what was just pasted, what the page in front suggests, or the last that
 * was of a site, or the first there is.
 */
export function useChoices(shelf: Shelf, { pasted }: Pasting, search: string): Chosen {
  const [chosen, choose] = useState<string>()
  const [chosenSite, chooseSite] = useState(() => new URLSearchParams(search).get('site') ?? undefined)
  const { sites, providers } = shelf.resolved.settings
  const front = shelf.front?.url === undefined ? undefined : doorOf(shelf.front.url, sites)
  // Whoever goes on to the AWS console comes back to the same site.
  const before = useRef<string>(undefined)
  before.current = front?.baseUrl ?? before.current
  const named = (address: string | undefined) => sites.find(({ baseUrl }) => baseUrl === address)
  const site = named(chosenSite) ?? named(before.current) ?? sites[0]
  const provider = site && providerOf(site, providers)?.id
  const subjects = useMemo(
    () => [...(pasted ? [pasted] : []), ...shelf.accounts.map(subjectOf), ...(shelf.kept ?? []).map(keptSubject)],
    [pasted, shelf],
  )
  const usual = pasted ?? subjects.find((one) => one.from === 'session' && one.provider === provider) ?? subjects[0]
  const subject = subjects.find(({ id }) => id === chosen) ?? usual
  const app = site && appOf(ssoAppOf(site, shelf.ssoApps[site.baseUrl]))
  const issuedBy = subject && kindOf(subject, providers)
  const chosenHere = { ...(subject && { subject }), ...(issuedBy && { issuedBy }), ...(site && { site }), ...(app && { app }) }
  return { subjects, choose, chooseSite, ...chosenHere }
}

/** As it is configured; of an issuer that is not, as its address says. */
function kindOf({ provider, sources }: Subject, configured: readonly ProviderSettings[]): ProviderSettings['kind'] | undefined {
  const issuer = sources.id?.['iss'] ?? sources.access?.['iss']
  return (configured.find(({ id }) => id === provider) ?? kinds.find(({ keysOf }) => typeof issuer === 'string' && keysOf(issuer)))?.kind
}

function appOf(id: string | undefined): App | undefined {
  const name = ssoApps.find((app) => app.id === id)?.name
  const dialect = id === undefined ? undefined : dialects[id]
  return id !== undefined && name !== undefined && dialect ? { id, name, dialect } : undefined
}
