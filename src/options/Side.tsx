import { Mark } from '../ui/Mark'
import { SearchBox } from '../ui/SearchBox'
import { type MessageKey, say } from '../ui/words'
import { useCurrentSection } from './use-current-section'

/** The sections in their order, by their ids in addresses. */
const sections = [
  ['sites', 'sitesTitle'],
  ['providers', 'providersTitle'],
  ['assistant', 'assistantTitle'],
  ['sign-in', 'signInTitle'],
  ['mapping', 'mappingTitle'],
  ['appearance', 'appearanceTitle'],
  ['policy', 'policyTitle'],
  ['backup', 'backupTitle'],
  ['about', 'aboutTitle'],
] as const satisfies readonly (readonly [id: string, title: MessageKey])[]

const ids = sections.map(([id]) => id)

interface Props {
  readonly wanted: string
  readonly want: (text: string) => void
}

/** Name of the page, search, and the way to each section. */
export function Side({ wanted, want }: Props) {
  const current = useCurrentSection(ids)
  return (
    <header class="side">
      <h1>
        <Mark /> {say('optionsTitle')}
      </h1>
      <SearchBox label={say('searchLabel')} wanted={wanted} want={want} />
      <nav aria-label={say('sections')}>
        {sections.map(([section, title]) => (
          <a
            key={section}
            href={`#${section}`}
            aria-current={section === current && !wanted.trim() ? 'location' : undefined}
            onClick={() => want('')}
          >
            {say(title)}
          </a>
        ))}
      </nav>
    </header>
  )
}
