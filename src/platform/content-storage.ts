import type { ReasonCode } from '../login-page/decision'
import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'

/** The part of the extension API that content scripts need: every browser has it under this name, and the polyfill is three times our size. */
interface Native {
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } }
  readonly i18n: { getMessage(key: string, substitutions?: readonly string[]): string }
}
const { i18n, storage } = (globalThis as unknown as { chrome: Native }).chrome

interface ForContent {
  /** The longest base URL first. */
  readonly doors: readonly Door[]
  /** There are no doors without it. */
  readonly signs: Signs
  readonly standBacks?: Readonly<Record<string, StandBack>>
}

/** Texts in the language that was chosen; the browser gives those in its own. */
let texts: Readonly<Record<string, string>> = {}

/** What the background left for content scripts: the doors in force at this origin, the signs of login pages, and the sites to stand back from. Afterwards `pageText` speaks the language of the settings. */
export async function readForContent(): Promise<ForContent> {
  const { origin } = location
  const found = await storage.local.get([origin, 'signs', 'standBacks', 'texts'])
  texts = (found['texts'] as typeof texts | undefined) ?? texts
  return { doors: found[origin] ?? [], ...found } as unknown as ForContent
}

/** A text that stands in a login page; "" where there is none for it. */
export function pageText(key: 'pageCountdown' | 'pageCancel' | `notice_${ReasonCode}` | `noticeButton_${ReasonCode}`, site = ''): string {
  const name = key.replaceAll('-', '_')
  return texts[name]?.replace('$site$', () => site) ?? i18n.getMessage(name, [site])
}
