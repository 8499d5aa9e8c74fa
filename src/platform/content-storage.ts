import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'

/** The part of the extension API that content scripts need: both browsers have it natively, and the polyfill is three times our size. */
interface Native {
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } }
  readonly i18n: { getMessage(key: string, substitutions?: readonly string[]): string }
}
const native = () => {
  const { browser, chrome } = globalThis as { browser?: Native; chrome?: Native }
  const found = browser ?? chrome
  if (!found) throw new TypeError('no extension API in this world')
  return found
}

/** What the background left for content scripts: the doors in force, and the sites to stand back from. */
export async function readForContent(): Promise<{ doors: readonly Door[]; standBacks: Readonly<Record<string, StandBack>> }> {
  const { doors, standBacks } = await native().storage.local.get(['doors', 'standBacks'])
  return { doors: (doors as readonly Door[] | undefined) ?? [], standBacks: (standBacks as Record<string, StandBack> | undefined) ?? {} }
}

/** The few words that stand in a login page. */
export const pageWords = {
  countdown: (site: string) => native().i18n.getMessage('pageCountdown', [site]),
  cancel: () => native().i18n.getMessage('pageCancel'),
}
