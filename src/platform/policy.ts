import { browser } from './browser'

/** Milliseconds. */
const usual = 150

/**
 * What the organisation's policy says; nothing where there is none. After a cold start browsers take seconds to answer: until
 * then it is what policy said last, and the real answer, when it differs, arrives as a change of `storage.local`. `patience` in milliseconds.
 */
export async function readPolicy(patience = usual): Promise<unknown> {
  const last = lastKnown()
  // Firefox rejects where there is no policy.
  const told = browser.storage.managed.get().then(
    (policy) => remember(policy, last),
    () => remember({}, last),
  )
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late'))
  const first = await Promise.race([told, late])
  return first === 'late' ? ((await last) ?? {}) : first
}

const lastKnown = async (): Promise<unknown> => (await browser.storage.local.get('policy'))['policy']

async function remember(policy: Record<string, unknown>, last: Promise<unknown>): Promise<unknown> {
  if (JSON.stringify(policy) !== JSON.stringify((await last) ?? {})) await browser.storage.local.set({ policy })
  return policy
}
