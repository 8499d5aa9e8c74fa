import { say } from '../../ui/words'
import { useBench } from '../bench'
import { Nobody } from '../Nobody'
import { MappingOf } from './MappingOf'

/** Who the person at hand becomes in the site's Confluence, and the mapping that makes it so. */
export function MappingSection() {
  const { site, subject } = useBench()
  if (!site) return <p class="empty">{say('mappingNoSite')}</p>
  const claims = subject?.sources.id
  if (!subject || !claims) return <Nobody />
  return <MappingOf key={`${site.baseUrl} ${subject.id}`} site={site} subject={subject} claims={claims} />
}
