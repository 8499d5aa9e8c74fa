import { ProblemError } from '../../problem'
import { inTime } from '../../session/in-time'
import type { SignInPorts } from '../../session/ports'
import { closeAuthWindow, openAuthWindow } from '../auth-window'
import { preflight } from '../preflight'
import { redirectAddress } from '../redirect-address'
import { stateStore } from '../state-store'
import type { Note, SignInRecord } from './record'
import { whenStopped } from './when-stopped'

/**
 * The browser's part in signing in. What becomes of the window is noted in the record, where there is one; once the flow is stopped it is
 * closed, also where it opens later. Of one whose page never comes browsers tell nothing and cannot be told to give it up: whoever stopped
 * the flow waits a little for its end, and is not held up by it for ever.
 */
export function portsFor(record?: Pick<SignInRecord, 'note'>, stopped?: AbortSignal): SignInPorts {
  // A sign-in that goes well is not to fail for it.
  const note = (more: Note) => void record?.note(more).catch(() => undefined)
  return {
    redirectUri: redirectAddress(),
    pending: stateStore,
    preflight,
    async openAuthWindow(url, showing) {
      if (stopped?.aborted) throw new ProblemError({ code: 'sign-in-cancelled' })
      const onWindow = (window: number) => {
        note({ window })
        void ended.then(() => closeAuthWindow(window))
      }
      const ended = whenStopped(stopped)
      const shown = openAuthWindow(url, { ...showing, onWindow })
      return Promise.race([shown, ended.then(() => inTime(shown))])
    },
    noticed: (page) => note({ page }),
    now: () => Date.now() / 1000,
  }
}

/** The same for whoever needs hidden pages alone, each of which waits as `inTurn` does. */
export const withHidden = ({ openAuthWindow, ...ports }: SignInPorts, inTurn: <T>(task: () => Promise<T>) => Promise<T>): SignInPorts => ({
  ...ports,
  openAuthWindow: (...asked) => inTurn(() => openAuthWindow(...asked)),
})
