import { useEffect, useState } from 'preact/hooks'
import { doorOf } from '../login-page/door'
import { Field } from '../options/Field'
import { doorsOf } from '../platform/doors-for-pages'
import { watchStores } from '../platform/watch-stores'
import { startOf } from '../platform/ways'
import type { SiteSettings } from '../settings/catalog'
import { optionsAt } from '../ui/links'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'

/** What happens on the login page from now on, one click into the site, and the way to everything else. */
export function TryIt({ site }: { readonly site: SiteSettings }) {
  const start = useStart(site.baseUrl)
  return (
    <>
      <Field place={{ entry: { list: 'sites', key: site.baseUrl }, path: 'onLoginPage' }} />
      <p class="actions">
        <a class="button primary" href={start ?? `${site.baseUrl}login.action`} target="_blank" rel="noreferrer">
          {say(start ? 'logIn' : 'firstOpenLogin', siteName(site))}
        </a>
      </p>
      <p class="muted">
        {say('firstMore')} <a href={optionsAt('providers')}>{say('addProviderLink')}</a>
        {dot}
        <a href={optionsAt('assistant')}>{say('assistantLink')}</a>
        {dot}
        <a href={optionsAt('sites')}>{say('options')}</a>
      </p>
    </>
  )
}

/** Between links; no line begins with it. */
const dot = '\u00a0· '

/** Where single sign-on starts, as soon as that is known. */
function useStart(baseUrl: string): string | undefined {
  const [start, setStart] = useState<string>()
  useEffect(() => {
    const find = async () => startOf(doorOf(baseUrl, await doorsOf([{ baseUrl }])))
    const read = () => void find().then(setStart, () => setStart(undefined))
    read()
    return watchStores(read)
  }, [baseUrl])
  return start
}
