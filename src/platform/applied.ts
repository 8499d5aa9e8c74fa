import { browser } from './browser'
import { doorRules } from './dynamic-rules'
import { ownVersion } from './own-package'

/** What was applied last: a digest of everything that rules, scripts and doors were made from, and how many rules the browser took. */
interface Applied {
  readonly digest: string
  readonly rules: number
}

/** A short text that differs where the values differ. This version of the extension is one of them. */
export async function digestOf(values: unknown): Promise<string> {
  const text = JSON.stringify([ownVersion(), values])
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).join()
}

/** Whether nothing has changed since, and the browser still has what it took. */
export async function isApplied(digest: string): Promise<boolean> {
  const applied = (await browser.storage.local.get('applied'))['applied'] as Applied | undefined
  return applied?.digest === digest && applied.rules === (await ruleCount())
}

/** To be called once the browser has taken everything: how many rules it has then is part of it. */
export const writeApplied = async (digest: string): Promise<void> => {
  const applied: Applied = { digest, rules: await ruleCount() }
  await browser.storage.local.set({ applied })
}

/** Everything is applied anew next time: an update drops what scripts were registered. */
export const forgetApplied = (): Promise<void> => browser.storage.local.remove('applied')

const ruleCount = async (): Promise<number> => (await doorRules()).length
