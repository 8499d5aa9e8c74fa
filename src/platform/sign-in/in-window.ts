import type { Outcome } from '../../session/outcome'
import type { Account } from '../../session/session'
import { signIn } from '../../session/sign-in'
import { readAccounts } from '../session-stores'
import { chosen } from './chosen'
import { run } from './flows'
import { leaveTab } from './in-tab'
import { departed } from './leave'
import { oneWindow } from './one-window'
import { portsFor } from './ports'

/** Signs in at a provider, in a window of the browser's own. Resolves when it is over; how it ended stands in storage. */
export const signInInWindow = (id: string, afresh: boolean): Promise<void> =>
  run(id, {
    prepare: () => leaveTab(id),
    async act({ record, stopped, by }) {
      await departed(id)
      return oneWindow(async () => {
        if (stopped.aborted) return undefined
        await record.note({ isWaiting: undefined })
        const { settings, provider } = await chosen(id)
        by(settings)
        const known = afresh ? await readAccounts(id) : []
        const outcome = await signIn(settings, provider, portsFor(record, stopped), { interactive: true, afresh })
        return remarked(outcome, known)
      })
    },
  })

/** Somebody who is there already was not the other account that was asked for. */
const remarked = (outcome: Outcome, known: readonly Account[]): Outcome =>
  'session' in outcome && known.some(({ claims }) => claims['sub'] === outcome.session.claims['sub'])
    ? { ...outcome, remark: { code: 'same-account' } }
    : outcome
