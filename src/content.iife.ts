import { act } from './door/act'
import { circumstances } from './door/circumstances'
import { decide } from './login-page/decide'

/** page → recognition → decision → act, all here: no message is sent, so a sleeping background costs nothing. */
async function main(): Promise<void> {
  const seen = await circumstances()
  if (!seen) return
  const early = decide(seen.fromAddress)
  if (early.act === 'redirect' && seen.mayLeaveEarly) return act(early, seen)
  const late = decide(await seen.fromDocument())
  act(late, seen)
}
void main()
