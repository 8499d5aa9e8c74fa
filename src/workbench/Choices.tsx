import type { Subject } from '../claims/subject'
import { Select } from '../ui/Select'
import { siteName } from '../ui/site-name'
import { say } from '../ui/words'
import { useBench } from './bench'

/** Whose claims are looked at, and for which site; each is asked only where there is a choice. */
export function Choices() {
  const { shelf, subjects, subject, choose, site, chooseSite } = useBench()
  const { sites } = shelf.resolved.settings
  const people = subjects.map((one) => [one.id, subjectInWords(one)] as const)
  const places = sites.map((one) => [one.baseUrl, siteName(one)] as const)
  return (
    <div class="pickers">
      <Select class="picker" label={say('benchPerson')} options={people} value={subject?.id} choose={choose} />
      <Select class="picker" label={say('benchSite')} options={places} value={site?.baseUrl} choose={chooseSite} />
    </div>
  )
}

/** Whose claims these are, and where they come from. */
export function subjectInWords({ from, person, provider = '' }: Subject): string {
  const name = person.name ?? say('nobodyNamed')
  if (from === 'session') return say('benchSignedIn', name, provider)
  return say(from === 'pasted' ? 'benchPasted' : 'benchKept', name)
}
