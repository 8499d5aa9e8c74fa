import { Mark } from '../ui/Mark'
import { SearchBox } from '../ui/SearchBox'
import { say } from '../ui/words'
import { sections } from './section-list'
import { useCurrentSection } from './use-current-section'

const ids = sections.map(({ id }) => id)

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
        {sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current={id === current && !wanted.trim() ? 'location' : undefined} onClick={() => want('')}>
            {say(title)}
          </a>
        ))}
      </nav>
    </header>
  )
}
