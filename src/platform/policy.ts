import { browser } from './browser'
import { isSameJson } from './same-json'

/** Milliseconds: how long policy is waited for, and how long it is not believed that there is none any more. */
const [usual, doubt] = [150, 10_000]

/**
 * What the organisation's policy says; nothing where there is none. After a cold start browsers take seconds to answer, or say at first
 * that there is none: until then it is what policy said last, and the real answer, when it differs, arrives as a change of
 * `storage.local`. `patience` in milliseconds; `last` is what `storage.local` has under `policy`, for whoever reads more of it.
 * @see https://github.com/w3c/webextensions/issues/547
 */
export async function readPolicy(patience = usual, last = lastKnown()): Promise<unknown> {
  const told = credible(last).then(async (policy) => remember(policy, await last))
  const late = new Promise((resolve) => setTimeout(resolve, patience, last))
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
