import { type Finding, isNote } from '../../claims/findings/finding'
import { say } from '../../ui/words'
import { FindingCard } from './FindingCard'

interface Props {
  readonly findings: readonly Finding[]
  /** Claims that can be shown. */
  readonly there: ReadonlySet<string>
  readonly show: (claim: string) => void
}

/** Everything found, the most urgent first; notes stay folded while there is something more urgent. */
export function FindingsList({ findings, there, show }: Props) {
  if (findings.length === 0) return <p class="notice all-well">{say('findingsNone')}</p>
  const urgent = findings.filter((finding) => !isNote(finding))
  const cards = (some: readonly Finding[]) =>
    some.map((finding) => (
      <FindingCard
        key={`${finding.code} ${finding.claim}`}
        finding={finding}
        {...(finding.claim !== undefined && there.has(finding.claim) && { show })}
      />
    ))
  const notes = findings.filter(isNote)
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h3 id="findings-title">{say('findingsTitle', String(findings.length))}</h3>
      {cards(urgent)}
      {notes.length > 0 && (
        <details open={urgent.length === 0}>
          <summary>{say('findingsNotes', String(notes.length))}</summary>
          {cards(notes)}
        </details>
      )}
    </section>
  )
}
