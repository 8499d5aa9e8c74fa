import { useEffect, useState } from 'preact/hooks'
import { paint } from '../ui/dress'
import { Mark } from '../ui/Mark'
import { ProblemNotice } from '../ui/ProblemNotice'
import { say } from '../ui/words'
import { AboutSection } from './AboutSection'
import { AppearanceSection } from './AppearanceSection'
import { Complaints } from './Complaints'
import { deepLink } from './deep-link'
import { PolicySection } from './PolicySection'
import { ProvidersSection } from './ProvidersSection'
import { Remarks } from './Remarks'
import { SetAside } from './SetAside'
import { SitesSection } from './SitesSection'
import { Toast } from './Toast'
import { OptionsProvider, useSettings } from './use-options'

/** The options page: every setting of the catalogue, saved as it is changed. */
export function Options() {
  const { resolved, failed, last, change, undo, forget } = useSettings()
  const link = useDeepLink(resolved !== undefined)
  const theme = resolved?.settings.appearance.theme ?? 'auto'
  useEffect(() => paint(document, theme), [theme])
  return (
    <>
      <Side />
      <main>
        {failed && <ProblemNotice problem={failed} />}
        {!resolved && !failed && <p class="muted">{say('loading')}</p>}
        {resolved && (
          <OptionsProvider value={{ resolved, change }}>
            <Complaints complaints={resolved.complaints} />
            <SetAside />
            <Remarks settings={resolved.settings} />
            <SitesSection adding={link.add} />
            <ProvidersSection />
            <AppearanceSection />
            <PolicySection />
            <AboutSection />
          </OptionsProvider>
        )}
      </main>
      <Toast undo={undo} forget={forget} {...(last && { change: last })} />
    </>
  )
}

const Side = () => (
  <header class="side">
    <h1>
      <Mark /> {say('optionsTitle')}
    </h1>
    <nav aria-label={say('sections')}>
      <a href="#sites">{say('sitesTitle')}</a>
      <a href="#providers">{say('providersTitle')}</a>
      <a href="#appearance">{say('appearanceTitle')}</a>
      <a href="#policy">{say('policyTitle')}</a>
      <a href="#about">{say('aboutTitle')}</a>
    </nav>
  </header>
)

/** The fragment in the address; goes there once the sections are drawn, since the browser looked for them too early. */
function useDeepLink(isDrawn: boolean) {
  const [link, setLink] = useState(() => deepLink(location.hash))
  useEffect(() => {
    const follow = () => setLink(deepLink(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (!isDrawn || !link.section) return
    document.getElementById(link.section)?.scrollIntoView()
    if (link.add) document.getElementById('add-site')?.focus()
  }, [isDrawn, link])
  return link
}
