import type { Brief } from '../settings/brief'
import { digestOf } from './applied'
import { browser } from './browser'
import { readPolicy } from './policy'

/** The settings in brief, with a digest of what they were made from. */
export interface KeptBrief {
  readonly digest: string
  /** As JSON: of hundreds of sites a text is read in a third of the time that as many values take. */
  readonly json: string
}

/** What the settings in force are made from, as it is at hand, and the brief that was kept of it if it still holds. */
export async function atHand(): Promise<{ user: unknown; policy: unknown; digest: string; brief: Brief | undefined }> {
  const local: Promise<{ settings?: unknown; policy?: unknown; brief?: KeptBrief }> = browser.storage.local.get([
    'settings',
    'policy',
    'brief',
  ])
  const policy = await readPolicy(
    0,
    local.then(({ policy = {} }) => policy),
  )
  const { settings: user, brief: kept } = await local
  const digest = await digestOf([user, policy])
  return { user, policy, digest, brief: kept?.digest === digest ? JSON.parse(kept.json) : undefined }
}

/**
 * The settings in force, in brief. Reading settings takes code that weighs more than all the rest of the popup: it is loaded only
 * where nobody has read these settings before. For pages: a worker cannot load code later.
 */
export async function readBrief(): Promise<Brief> {
  return (await atHand()).brief ?? (await import('./keep-brief')).keepBrief()
}
