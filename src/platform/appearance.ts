import type { Settings } from '../settings/catalog'
import { browser } from './browser'
import { pageTexts, speak } from './language'
import { loadSettings } from './stores'

export type Appearance = Settings['appearance']

/** How Latchkey looks, as it was last in force: one small read, for a page's first paint and for a background that has just been woken. */
export async function readAppearance(): Promise<Appearance> {
  return ((await browser.storage.local.get('appearance'))['appearance'] as Appearance | undefined) ?? { theme: 'auto', language: 'auto' }
}

/** Leaves in storage how Latchkey looks, and the texts that login pages show where a language was chosen. */
export async function syncAppearance(): Promise<void> {
  const { appearance } = (await loadSettings()).settings
  await speak(appearance.language)
  await browser.storage.local.set({ appearance, texts: pageTexts() })
}
