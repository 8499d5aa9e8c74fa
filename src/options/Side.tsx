import { Mark } from '../ui/Mark'
import { SearchBox } from '../ui/SearchBox'
import { type MessageKey, say } from '../ui/words'

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

interface Props {
  readonly wanted: string
  readonly want: (text: string) => void
}

/** Name of the page, search, and the way to each section. */
export function Side({ wanted, want }: Props) {
  return (
    <header class="side">
      <h1>
        <Mark /> {say('optionsTitle')}
      </h1>
      <SearchBox label={say('searchLabel')} wanted={wanted} want={want} />
      <nav aria-label={say('sections')}>
        {sections.map(([section, title]) => (
          <a key={section} href={`#${section}`} onClick={() => want('')}>
            {say(title)}
          </a>
        ))}
      </nav>
    </header>
  )
}
