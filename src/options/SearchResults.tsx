import { sourcePath } from '../settings/place'
import { placeInWords } from '../ui/complaint-words'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { Field } from './Field'
import { sectionsWith } from './section-list'
import { placesWith, wordsIn } from './settings-search'

/** More results than these are of no help. */
const most = 40

interface Props {
  readonly wanted: string
  /** A link elsewhere on the page led here, rather than somebody who types. */
  readonly isLedTo: boolean
  /** Ends the search. */
  readonly leave: () => void
}

/** Every setting that the words fit, to be changed where it stands in the list, and the sections that have them. */
export function SearchResults({ wanted, isLedTo, leave }: Props) {
  const { resolved } = useOptions()
  const places = placesWith(wanted, resolved)
  const sections = sectionsWith(wordsIn(wanted))
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title" tabIndex={-1} ref={isLedTo ? focus : null}>
        {say('searchTitle')}
      </h2>
      <p class="muted" role="status">
        {say('searchFound', wanted.trim(), String(places.length))} {places.length > most && say('searchMore', String(most))}
      </p>
      {sections.length > 0 && (
        <p class="actions">
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`} onClick={leave}>
              {say(title)}
            </a>
          ))}
        </p>
      )}
      {places.length > 0 && (
        <div class="card fields">
          {places.slice(0, most).map((place) => (
            <div key={sourcePath(place)} class="found-setting">
              {place.entry && <p class="crumb">{placeInWords(`${place.entry.list}[${place.entry.key}]`)}</p>}
              <Field place={place} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

/** It may stand far below what led to it. */
const focus = (title: HTMLElement | null) => title?.focus()
