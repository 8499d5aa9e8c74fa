import { useEffect } from 'preact/hooks'
import { ask } from '../platform/messages'
import { showTab, showWindow } from '../platform/tabs'
import type { RunningSignIn } from '../session/session'
import { ProblemNotice } from './ProblemNotice'
import { useNow } from './use-now'
import type { SignIn } from './use-sign-in'
import { say } from './words'

/** After so many seconds a person wonders. */
const patience = 15
/** After so many, sign-in pages have forgotten what they were opened for. @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html */
const lifetime = 300

interface Props {
  readonly state: RunningSignIn
  readonly order: SignIn
}

/** A sign-in under way: what it waits for, what is wrong with its page, and the ways on. */
export function Running({ state, order }: Props) {
  const { since, window, tab, page, isAfresh } = state
  const passed = useNow(1) - since
  const isLong = passed >= patience
  useEffect(() => {
    if (isLong) ask('settle').catch(() => undefined) // should the background have died, it says so when it is woken
  }, [isLong])
  return (
    <div class="running">
      <p role="status">
        <progress aria-label={say('running')} /> {awaited(state)}
      </p>
      {page && <ProblemNotice problem={page} />}
      {isLong && !page && <p>{hint(passed, state)}</p>}
      <div class="actions">
        {window !== undefined && <Show words={say('showWindow')} show={() => showWindow(window)} />}
        {tab && <Show words={say('showTab')} show={() => showTab(tab.id)} />}
        {(page || (isLong && !(window ?? tab))) && (
          <button type="button" title={say('signInInTabAbout')} onClick={() => order.signInInTab(isAfresh === true)}>
            {say('signInInTab')}
          </button>
        )}
        <button type="button" onClick={order.cancel}>
          {say('cancel')}
        </button>
      </div>
    </div>
  )
}

const Show = ({ words, show }: { readonly words: string; readonly show: () => Promise<void> }) => (
  <button type="button" onClick={() => void show().catch(() => undefined)}>
    {words}
  </button>
)

function awaited({ isWaiting, tab, window }: RunningSignIn): string {
  if (isWaiting) return say('runningQueued')
  if (tab) return say('runningInTab')
  return say(window === undefined ? 'running' : 'runningInWindow')
}

function hint(passed: number, { isWaiting, tab, window }: RunningSignIn): string {
  if (isWaiting) return say('runningQueuedLong')
  if (passed >= lifetime) return say('runningTooLong')
  if (tab) return say('runningInTabLong')
  return say(window === undefined ? 'runningLong' : 'runningInWindowLong')
}
