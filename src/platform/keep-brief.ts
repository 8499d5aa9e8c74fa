import { type Brief, briefOf } from '../settings/brief'
import { resolve } from '../settings/resolve'
import { atHand, type KeptBrief } from './brief-store'
import { browser } from './browser'

/** Keeps the settings in brief for whoever reads them next, and gives them. */
export async function keepBrief(): Promise<Brief> {
  const { user, policy, digest, brief: kept } = await atHand()
  if (kept) return kept
  const brief = briefOf(resolve(user, policy))
  // Where nothing can be stored, the next reader has the same work.
  await browser.storage.local.set({ brief: { digest, json: JSON.stringify(brief) } satisfies KeptBrief }).catch(() => undefined)
  return brief
}
