import { useId } from 'preact/hooks'
import type { Subject } from '../claims/subject'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { useBench } from './bench'

interface Option {
  readonly value: string
  readonly words: string
}

/** Whose claims are looked at, and for which site; each is asked only where there is a choice. */
export function Choices() {
  const { shelf, subjects, subject, choose, site, chooseSite } = useBench()
  const { sites } = shelf.resolved.settings
  const people = subjects.map((one) => ({ value: one.id, words: subjectInWords(one) }))
  const places = sites.map((one) => ({ value: one.baseUrl, words: siteName(one) }))
  return (
    <div class="pickers">
      <Choice label={say('benchPerson')} options={people} value={subject?.id} choose={choose} />
      <Choice label={say('benchSite')} options={places} value={site?.baseUrl} choose={chooseSite} />
    </div>
  )
}

/** Whose claims these are, and where they come from. */
export function subjectInWords({ from, person, provider = '' }: Subject): string {
  const name = person.name ?? say('nobodyNamed')
  if (from === 'session') return say('benchSignedIn', name, provider)
  return say(from === 'pasted' ? 'benchPasted' : 'benchKept', name)
}

interface ChoiceProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly choose: (value: string) => void
}

/** A choice among some; what there is, where there is only one. */
export function Choice({ label, options, value, choose }: ChoiceProps) {
  const id = useId()
  const [only] = options
  if (!only) return null
  return (
    <div class="picker">
      <label for={options.length > 1 ? id : undefined}>{label}</label>
      {options.length === 1 ? (
        <strong>{only.words}</strong>
      ) : (
        <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {options.map(({ value: one, words }) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
