import { act } from './door/act'
import { circumstances } from './door/circumstances'
import { decide } from './login-page/decide'
import type { Seen } from './platform/seen'

/** page → recognition → decision → act, all here: no message is sent, so a sleeping background costs nothing. */
async function main(): Promise<Seen | undefined> {
  const seen = await circumstances()
  if (!seen) return undefined
  let judged = seen.fromAddress
  // By its address alone a page is left where people are redirected, and that needs no document.
  let decision = seen.door.onLoginPage === 'redirect' ? decide(judged) : undefined
  if (decision?.act !== 'redirect') {
    judged = await seen.fromDocument()
    decision = decide(judged)
  }
  act(decision, seen)
  return { decision, page: judged.page }
}
// Left where the popup and the background find it. A page that belongs to two sites' doors loads this twice.
globalThis.latchkeySeen ??= main()
