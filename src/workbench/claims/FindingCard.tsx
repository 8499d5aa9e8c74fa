import { type Finding, findingFacts } from '../../claims/findings/finding'
import { keyOf, say } from '../../ui/words'
import { useBench } from '../bench'
import { findingInWords, whereInWords } from '../finding-words'

interface Props {
  readonly finding: Finding
  /** Shows the claim that it is about, where there is one to be shown. */
  readonly show?: (claim: string) => void
}

const tones = { problem: 'bad', warning: 'warning', note: 'quiet' } as const

/** One thing found, how to mend it, and where. What keeps people out stands open. */
export function FindingCard({ finding, show }: Props) {
  const bench = useBench()
  const { title, next } = findingInWords(finding, bench.app?.id)
  const { severity, where } = findingFacts[finding.code]
  const { claim } = finding
  return (
    <details class={`notice finding ${tones[severity]}`} open={severity === 'problem'}>
      <summary>
        <span class="unseen">{say(keyOf('severity', severity))} </span>
        {title}
      </summary>
      <p>{next}</p>
      <p class="where">{whereInWords(where, bench)}</p>
      {claim !== undefined && show && (
        <button type="button" class="link" onClick={() => show(claim)}>
          {say('findingShow')}
        </button>
      )}
    </details>
  )
}
