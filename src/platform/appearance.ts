import type { Settings } from '../settings/catalog'
import { browser } from './browser'
import { speak } from './language'

/** Theme and language. */
export type Appearance = Settings['appearance']

/** How Latchkey looks, as it was last in force: one small read, for a page's first paint and for a background that has just been woken. */
export async function readAppearance(): Promise<Appearance> {
  return ((await browser.storage.local.get('appearance'))['appearance'] as Appearance | undefined) ?? { theme: 'auto', language: 'auto' }
}

/** Has texts in the language that was last in force, for a background that has just been woken: it speaks the browser's own until then. */
export const speakAsChosen = async (): Promise<void> => speak((await readAppearance()).language)
