import { signIn } from '../../session/sign-in'
import { readAccounts } from '../session-stores'
import { laterThanFront, remarked } from './accounts'
import { configured } from './configured'
import { departed } from './departures'
import { run } from './flows'
import { leaveTab } from './in-tab'
import { oneShownWindow } from './one-window'
import { portsFor } from './ports'

/** Signs in at a provider, in a window of the browser's own. Resolves when it is over; how it ended stands in storage. */
export const signInInWindow = (id: string, isAfresh: boolean): Promise<void> =>
  run(id, {
    isInWindow: true,
    isAfresh,
    prepare: () => leaveTab(id),
    async act({ record, stopped, by }) {
      await departed(id)
      return oneShownWindow(async () => {
        if (stopped.aborted) return undefined
        if (record.now()?.isWaiting) await record.note({ isWaiting: undefined })
        const [{ settings, provider }, accounts] = await Promise.all([configured(id), readAccounts(id)])
        by(settings)
        // The provider's own session is that of whoever signed in last.
        const others = laterThanFront(accounts)
        const wish = { interactive: true, afresh: isAfresh || others.length > 0 }
        const outcome = await signIn(settings, provider, portsFor(record, stopped), wish)
        return remarked(outcome, isAfresh ? accounts.slice(0, 1) : others)
      })
    },
  })
