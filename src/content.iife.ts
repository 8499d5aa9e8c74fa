import { act } from './door/act'
import { circumstances, type Seen } from './door/circumstances'
import { decide } from './login-page/decide'
import type { Decision } from './login-page/decision'
import type { LoginPage } from './login-page/page'

/** page → recognition → decision → act, all here: no message is sent, so a sleeping background costs nothing. */
async function main(): Promise<{ decision: Decision; page?: LoginPage } | undefined> {
  const seen = await circumstances()
  if (!seen) return undefined
  const { decision, page } = await decided(seen)
  act(decision, seen)
  return { decision, ...(page && { page }) }
}

async function decided(seen: Seen): Promise<{ decision: Decision; page: LoginPage | undefined }> {
  const early = decide(seen.fromAddress)
  if (early.act === 'redirect' && seen.mayLeaveEarly) return { decision: early, page: seen.fromAddress.page }
  const fromDocument = await seen.fromDocument()
  return { decision: decide(fromDocument), page: fromDocument.page }
}
// Left where the popup and the background find it: in this isolated world, which no page can read.
;(globalThis as { latchkeySeen?: unknown }).latchkeySeen = main()
