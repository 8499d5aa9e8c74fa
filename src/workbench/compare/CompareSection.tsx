import { useState } from 'preact/hooks'
import { compareSubjects } from '../../claims/compare'
import type { Subject } from '../../claims/subject'
import { Select } from '../../ui/Select'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { subjectInWords } from '../Choices'
import { Nobody } from '../Nobody'
import { useRedaction } from '../use-redaction'
import { Comparisons } from './Comparisons'
import { KeepPerson } from './KeepPerson'
import { KeptList } from './KeptList'

/** Two people, or two logins of one, side by side; and those who were kept for it. */
export function CompareSection() {
  const { subjects, subject } = useBench()
  if (!subject) return <Nobody />
  return (
    <>
      {subject.from !== 'kept' && <KeepPerson key={subject.id} subject={subject} />}
      {subjects.length > 1 ? <Pair first={subject} /> : <p class="muted">{say('compareNobody')}</p>}
      <KeptList />
    </>
  )
}

function Pair({ first }: { readonly first: Subject }) {
  const { subjects } = useBench()
  const [ids, setIds] = useState<{ readonly left?: string; readonly right?: string }>({})
  const left = subjects.find(({ id }) => id === ids.left) ?? first
  const right = subjects.find(({ id }) => id === ids.right && id !== left.id) ?? subjects.find(({ id }) => id !== left.id) ?? first
  const options = subjects.map((one) => [one.id, subjectInWords(one)] as const)
  return (
    <>
      <div class="pickers">
        <Select
          class="picker"
          label={say('compareLeft')}
          options={options}
          value={left.id}
          choose={(id) => setIds({ right: right.id, left: id })}
        />
        <Select
          class="picker"
          label={say('compareRight')}
          options={options.filter(([id]) => id !== left.id)}
          value={right.id}
          choose={(id) => setIds({ left: left.id, right: id })}
        />
      </div>
      <Compared left={left} right={right} />
    </>
  )
}

function Compared({ left, right }: { readonly left: Subject; readonly right: Subject }) {
  const rows = compareSubjects(left, right, useRedaction())
  const isRedacted = left.redaction !== undefined || right.redaction !== undefined
  const nameOf = ({ person }: Subject) => person.name ?? say('nobodyNamed')
  return (
    <>
      {isRedacted && <p class="muted">{say('compareRedacted')}</p>}
      <Comparisons rows={rows} names={[nameOf(left), nameOf(right)]} />
    </>
  )
}
