import { forget } from '../../session/pending'
import type { SignInState, SignInTab } from '../../session/session'
import { browser } from '../browser'
import { stateStore } from '../state-store'

/** The tab of a sign-in whose page stands in one. */
export const tabOf = (state: SignInState | undefined): SignInTab | undefined => (state?.phase === 'running' ? state.tab : undefined)

/** Whether it has not been closed. */
export const isThere = async ({ id }: SignInTab): Promise<boolean> =>
  browser.tabs.get(id).then(
    () => true,
    () => false,
  )

/** Closes it, if it is still there: nobody waits for its answer any more. Never rejects. */
export async function closeTab({ id, requested }: SignInTab): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined)
  await forget(requested, { pending: stateStore })
}
