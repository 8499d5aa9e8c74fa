import { ClippingLine } from '../ui/ClippingLine'
import { faultInWords } from '../ui/fault-words'
import { Icon } from '../ui/Icon'
import { keyOf, say } from '../ui/words'
import { foundInWords } from './found-in-words'
import type { StepState } from './use-check'

interface Props {
  readonly step: StepState
  /** Lets the browser ask for an address's host. */
  readonly allow: (address: string) => void
}

/** One step of a connection check: its sign, its name, how long it took, what was seen; where it failed, what to do. */
export function CheckLine({ step, allow }: Props) {
  const outcome = step.phase === 'ended' ? step.result.outcome : step.phase
  return (
    <li class={`check-step ${outcome}`}>
      <span class="check-sign">
        <Sign outcome={outcome} />
        <span class="unseen">{say(keyOf('outcome', outcome))}</span>
      </span>
      <p class="check-name">
        {say(keyOf('step', step.name))} <Observed step={step} allow={allow} />
      </p>
      {step.phase === 'ended' && step.result.outcome !== 'skipped' && (
        <span class="check-time">{say('milliseconds', String(Math.round(step.took)))}</span>
      )}
      {step.phase === 'ended' && step.result.outcome === 'failed' && <Mend fault={step.result.fault} />}
    </li>
  )
}

type Outcome = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped'

function Sign({ outcome }: { readonly outcome: Outcome }) {
  if (outcome === 'passed') return <Icon name="tick" />
  if (outcome === 'failed') return <Icon name="cross" />
  if (outcome === 'running') return <progress aria-hidden="true" />
  return <span aria-hidden="true">{outcome === 'skipped' ? '–' : '·'}</span>
}

function Observed({ step, allow }: Props) {
  if (step.phase !== 'ended' || step.result.outcome === 'failed') return null
  const { result } = step
  if (result.outcome === 'passed') return <span class="muted">{foundInWords(step.name, result.found)}</span>
  const { because, found } = result
  return (
    <span class="muted">
      {because === 'no-grant' && found ? say('skippedNoGrant', new URL(found).host) : say(keyOf('skipped', because))}
      {because === 'no-grant' && found && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => allow(found)}>
            {say('allow')}
          </button>
        </>
      )}
    </span>
  )
}

function Mend({ fault }: { readonly fault: Parameters<typeof faultInWords>[0] }) {
  const { title, next, clippings } = faultInWords(fault)
  return (
    <div class="check-mend">
      <p class="notice-title">{title}</p>
      <p>{next}</p>
      {clippings.map(({ label, value }) => (
        <ClippingLine key={label} label={label} value={value} />
      ))}
    </div>
  )
}
