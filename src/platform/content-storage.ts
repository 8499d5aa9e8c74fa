import type { ReasonCode } from '../login-page/decision'
import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'

/** The part of the extension API that content scripts need: every browser has it under this name, and the polyfill is three times our size. */
interface Native {
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } }
}
const { storage } = (globalThis as unknown as { chrome: Native }).chrome

/** The texts that stand in login pages, and for which reasons there may be some. */
export type PageTextKey = 'pageCountdown' | 'pageCancel' | `notice_${ReasonCode}` | `noticeButton_${ReasonCode}`
/** With `$site$` for the name of the site. There are none for most reasons. */
export type PageTexts = Readonly<Partial<Record<PageTextKey, string>>>

interface ForContent {
  /** The longest base URL first. */
  readonly doors: readonly Door[]
  /** There are no doors without it. */
  readonly signs: Signs
  readonly standBacks?: Readonly<Record<string, StandBack>>
  /** In the language that is spoken. The browser would have to be asked for each on every page, and complains of those that there are not. */
  readonly texts?: PageTexts
}

/** What the background left for content scripts: the doors in force at this origin, the signs of login pages, the sites to stand back from, and texts. */
export async function readForContent(): Promise<ForContent> {
  const { origin } = location
  const found = await storage.local.get([origin, 'signs', 'standBacks', 'texts'])
  return { doors: found[origin] ?? [], ...found } as unknown as ForContent
}
