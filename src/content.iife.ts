import { act } from './door/act'
import { circumstances } from './door/circumstances'
import { decide } from './login-page/decide'
import type { Decision } from './login-page/decision'
import type { LoginPage } from './login-page/page'

/** page → recognition → decision → act, all here: no message is sent, so a sleeping background costs nothing. */
async function main(): Promise<{ decision: Decision; page?: LoginPage } | undefined> {
  const seen = await circumstances()
  if (!seen) return undefined
  let { page } = seen.fromAddress
  let decision = decide(seen.fromAddress)
  // A redirect needs no document, unless the server may be on its way there by itself.
  if (decision.act !== 'redirect' || seen.door.serverRedirects) {
    const fromDocument = await seen.fromDocument()
    page = fromDocument.page
    decision = decide(fromDocument)
  }
  act(decision, seen)
  return { decision, ...(page && { page }) }
}
// Left where the popup and the background find it: in this isolated world, which no page can read.
;(globalThis as { latchkeySeen?: unknown }).latchkeySeen = main()
