import { browser } from './browser'
import { isSameJson } from './same-json'

/** Milliseconds: how long policy is waited for, and how long it is not believed that there is none any more. */
const [usual, doubt] = [150, 10_000]
/** Whether somebody has waited for the browser in vain, and nothing has come since. */
let isOverdue = false

/**
 * What the organisation's policy says; nothing where there is none. After a cold start browsers take seconds to answer (Chromium leaves it
 * for when it has nothing else to do), or say at first that there is none: until then it is what policy said last, and the real answer,
 * when it differs, arrives as a change of `storage.local`. Only the first to ask waits for a browser that is so late. `patience` in
 * milliseconds; `last` is what `storage.local` has under `policy`, for whoever reads more of it.
 * @see https://github.com/w3c/webextensions/issues/547
 */
export async function readPolicy(patience = usual, last = lastKnown()): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const told = credible(last).then(async (policy) => {
    clearTimeout(timer)
    isOverdue = false
    return remember(policy, await last)
  })
  if (isOverdue) return last
  const late = new Promise((resolve) => {
    timer = setTimeout(() => {
      isOverdue ||= patience > 0
      resolve(last)
    }, patience)
  })
  return Promise.race([told, late])
}

const lastKnown = async (): Promise<unknown> => (await browser.storage.local.get('policy'))['policy'] ?? {}

/** What the browser says. That there is nothing any more counts only where it says so a second time. */
async function credible(last: Promise<unknown>): Promise<unknown> {
  const first = await ask()
  if (!isSameJson(first, {}) || isSameJson(await last, {})) return first
  await new Promise((later) => setTimeout(later, doubt))
  return ask()
}

/** Firefox rejects where there is no policy. */
const ask = (): Promise<unknown> => browser.storage.managed.get().catch(() => ({}))

async function remember(policy: unknown, last: unknown): Promise<unknown> {
  // Where nothing can be stored, it is in force all the same.
  if (!isSameJson(policy, last)) await browser.storage.local.set({ policy }).catch(() => undefined)
  return policy
}
