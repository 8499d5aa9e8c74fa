import type { ReasonCode } from '../login-page/decision'
import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'

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

interface ForContent {
  readonly doors: readonly Door[]
  /** There are no doors without it. */
  readonly signs: Signs
  readonly standBacks: Readonly<Record<string, StandBack>>
}

/** What the background left for content scripts: the doors in force, the signs of login pages, and the sites to stand back from. */
export const readForContent = async (): Promise<ForContent> =>
  ({ doors: [], standBacks: {}, ...(await native().storage.local.get(['doors', 'signs', 'standBacks'])) }) as unknown as ForContent

/** One of the few words that stand in a login page. */
export const pageWord = (key: 'pageCountdown' | 'pageCancel', site = ''): string => native().i18n.getMessage(key, [site])

/** What is said on a login page beside what is done; "" for a reason of which nobody need be told. */
export const pageNotice = (code: ReasonCode, site: string): string => native().i18n.getMessage(`notice_${inKey(code)}`, [site])

/** What the button says for this reason; "" where it says what the site wants. */
export const pageButton = (code: ReasonCode): string => native().i18n.getMessage(`noticeButton_${inKey(code)}`)

const inKey = (code: string): string => code.replaceAll('-', '_')
