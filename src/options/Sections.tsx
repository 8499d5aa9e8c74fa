import { useOptions } from '../ui/fields/use-options'
import { workbenchFor } from '../ui/links'
import { say } from '../ui/words'
import { AboutSection } from './AboutSection'
import { AppearanceSection } from './AppearanceSection'
import { AssistantSection } from './AssistantSection'
import { BackupSection } from './BackupSection'
import { PerSiteSection } from './PerSiteSection'
import { PolicySection } from './PolicySection'
import { ProvidersSection } from './ProvidersSection'
import { SitesSection } from './SitesSection'
import { useDeepLink } from './use-deep-link'

/** Every section, one below the other; the address may name one of them. */
export function Sections() {
  const link = useDeepLink()
  const { settings } = useOptions().resolved
  return (
    <>
      <SitesSection adding={link.add} />
      <ProvidersSection checking={link.check} />
      <AssistantSection wanted={link.site} isWanted={link.section === 'assistant'} />
      <PerSiteSection section="sign-in" title={say('signInTitle')} about={say('signInAbout')} />
      <PerSiteSection
        section="mapping"
        title={say('mappingTitle')}
        about={say('mappingAbout')}
        before={({ baseUrl }) =>
          settings.features.workbench && (
            <a class="try" href={workbenchFor(baseUrl)}>
              {say('mappingTry')}
            </a>
          )
        }
      />
      <AppearanceSection />
      <PolicySection />
      <BackupSection />
      <AboutSection />
    </>
  )
}
