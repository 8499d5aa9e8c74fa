import type { ComponentChildren } from 'preact'
import type { Problem } from '../problem'
import type { SignInState } from '../session/session'
import { optionsAt } from './links'
import { ProblemNotice } from './ProblemNotice'
import { Running } from './Running'
import type { SignIn } from './use-sign-in'
import { type Way, waysOn } from './ways-on'
import { say } from './words'

interface Props {
  readonly attempt: SignInState | undefined
  readonly order: SignIn
  /** Stands there while there is nothing to say about an attempt to sign in. */
  readonly children?: ComponentChildren
}

/** How the last attempt to sign in stands: under way, failed, or nothing to say. */
export function Attempt({ attempt, order, children }: Props) {
  const refusal = refusalAfter(attempt, order)
  const failed = attempt?.phase === 'failed' ? attempt.problem : undefined
  // What the browser was not allowed was a way on from what had failed, and all of these remain.
  const isWithheld = refusal?.code === 'site-not-granted' && attempt !== undefined
  const problem = (!isWithheld && refusal) || failed
  const isDead = refusal?.code === 'sign-in-interrupted' && attempt?.phase === 'running' && !attempt.tab
  return (
    <>
      {isWithheld && <ProblemNotice problem={refusal} />}
      {attempt?.phase === 'running' && !isDead && <Running state={attempt} order={order} />}
      {problem && <Failed problem={problem} isAfresh={attempt?.isAfresh === true} order={order} />}
      {(problem ? waysOn(problem).length === 0 : !attempt) && children}
    </>
  )
}

/** Why the last order was refused, unless an attempt has begun or ended since, which tells more. */
function refusalAfter(attempt: SignInState | undefined, { refusal }: SignIn): Problem | undefined {
  const known = attempt?.phase === 'running' ? attempt.since : attempt?.at
  return refusal && (known ?? 0) <= refusal.at ? refusal.problem : undefined
}

interface FailedProps {
  readonly problem: Problem
  /** Another account had been asked for. */
  readonly isAfresh: boolean
  readonly order: SignIn
}

const Failed = ({ problem, isAfresh, order }: FailedProps) => (
  <ProblemNotice problem={problem}>
    {waysOn(problem).map((way, index) => (
      <WayOn key={way} way={way} isFirst={index === 0} {...{ problem, isAfresh, order }} />
    ))}
  </ProblemNotice>
)

interface WayProps extends FailedProps {
  readonly way: Way
  /** The likeliest one, which stands out. */
  readonly isFirst: boolean
}

function WayOn({ way, isFirst, problem, isAfresh, order }: WayProps) {
  const look = isFirst ? 'button primary' : 'link'
  if (way === 'options' || way === 'check')
    return (
      <a class={look} href={optionsAt(way === 'options' ? 'providers' : checkOf(order))} target="_blank" rel="noreferrer">
        {say(words[way])}
      </a>
    )
  const acts = {
    again: isAfresh ? order.signInAsAnother : order.signIn,
    another: order.signInAsAnother,
    cause: () => 'domain' in problem && order.findCause(problem.domain, isAfresh),
    tab: () => order.signInInTab(isAfresh),
  } as const
  return (
    <button type="button" class={look} title={way in about ? say(about[way as keyof typeof about]) : undefined} onClick={acts[way]}>
      {say(words[way])}
    </button>
  )
}

const checkOf = ({ provider }: SignIn) => `providers?check=${encodeURIComponent(provider)}`

const words = {
  options: 'openOptions',
  again: 'tryAgain',
  another: 'anotherAccount',
  cause: 'findCause',
  tab: 'signInInTab',
  check: 'checkConnection',
} as const satisfies Readonly<Record<Way, string>>
const about = { cause: 'findCauseAbout', tab: 'signInInTabAbout' } as const
