import type { ComponentChildren } from 'preact'
import type { SiteSettings } from '../settings/catalog'
import { useOptions } from '../ui/fields/use-options'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { EntryCard } from './EntryCard'
import { entriesShown, usePages } from './use-pages'

interface Props {
  readonly section: 'sign-in' | 'mapping'
  readonly title: string
  readonly about: string
  /** What stands before a site's fields. */
  readonly before?: (site: SiteSettings) => ComponentChildren
}

/** A section with some settings of every site. */
export function PerSiteSection({ section, title, about, before }: Props) {
  const { sites } = useOptions().resolved.settings
  const { shown, more } = usePages(sites, entriesShown)
  return (
    <section id={section} aria-labelledby={`${section}-title`}>
      <h2 id={`${section}-title`}>{title}</h2>
      <p class="muted">{about}</p>
      {sites.length === 0 && <p class="empty">{say('noSitesYet')}</p>}
      {shown.map((site) => (
        <EntryCard
          key={site.baseUrl}
          section={section}
          entry={{ list: 'sites', key: site.baseUrl }}
          name={siteName(site)}
          isOpen={sites.length < 3}
        >
          {before?.(site)}
        </EntryCard>
      ))}
      {more}
    </section>
  )
}
