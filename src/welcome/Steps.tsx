import type { ComponentChildren } from 'preact'
import { AddEntry, type Judged } from '../options/AddEntry'
import { FoundOut } from '../options/FoundOut'
import { siteAddress } from '../options/site-address'
import { useDiscoveries } from '../options/use-discoveries'
import { useMissing } from '../options/use-missing'
import { useRemove } from '../options/use-remove'
import { originOf, requestGrants } from '../platform/grants'
import type { SiteSettings } from '../settings/catalog'
import { addEntry } from '../settings/edit'
import { type EntryName, sourcePath } from '../settings/place'
import { useOptions } from '../ui/fields/use-options'
import { Grants } from '../ui/Grants'
import { say } from '../ui/words'
import { TryIt } from './TryIt'

const judge = (typed: string): Judged => {
  const found = siteAddress(typed)
  return 'baseUrl' in found ? { key: found.baseUrl } : found
}

/** Three steps, each of which opens the next. */
export function Steps() {
  const { sites } = useOptions().resolved.settings
  const site = sites.at(-1)
  const missing = useMissing(site ? [site.baseUrl] : [])
  return (
    <ol class="first-steps">
      <Step number={1} title={say('firstAddress')}>
        {site ? (
          <>
            <p class="actions">
              <code>{site.baseUrl}</code>
              <Another baseUrl={site.baseUrl} />
            </p>
            <Grants missing={missing} />
          </>
        ) : (
          <Address />
        )}
      </Step>
      <Step number={2} title={say('firstFound')}>
        {site && missing.length === 0 ? <Found site={site} /> : <p class="muted">{say('firstFoundLater')}</p>}
      </Step>
      <Step number={3} title={say('firstTry')}>
        {site && missing.length === 0 ? <TryIt site={site} /> : <p class="muted">{say('firstTryLater')}</p>}
      </Step>
    </ol>
  )
}

function Address() {
  const { change } = useOptions()
  const add = (key: string) => {
    // Browsers hear the question only while they handle the click, so nothing may be awaited before it.
    void requestGrants([originOf(key)]).catch(() => false)
    void change(
      () => say('added', key),
      (stored) => addEntry(stored, { list: 'sites', key }),
    )
  }
  const form = { id: 'first-site', label: say('addSiteLabel'), hint: say('addSiteHint'), button: say('firstNext') }
  return <AddEntry {...form} placeholder="https://wiki.acme.com/" initial="" judge={judge} taken={[]} add={add} />
}

/** Takes the address back, and the leave to act there. One of policy stays whatever is pressed. */
function Another({ baseUrl }: { readonly baseUrl: string }) {
  const { resolved } = useOptions()
  const remove = useRemove()
  const entry: EntryName = { list: 'sites', key: baseUrl }
  if (resolved.sources[sourcePath({ entry, path: 'baseUrl' })] === 'policy') return null
  return (
    <button type="button" class="link" onClick={() => void remove(entry, baseUrl)}>
      {say('firstAnother')}
    </button>
  )
}

function Found({ site }: { readonly site: SiteSettings }) {
  const discovery = useDiscoveries()[site.baseUrl]
  return <FoundOut site={site} {...(discovery && { discovery })} />
}

interface StepProps {
  readonly number: number
  readonly title: string
  readonly children: ComponentChildren
}

const Step = ({ number, title, children }: StepProps) => (
  <li class="card">
    <h2>
      <span class="first-number" aria-hidden="true">
        {number}
      </span>{' '}
      {title}
    </h2>
    {children}
  </li>
)
