import { browser } from './browser'
import { pageTexts, speak } from './language'
import { loadSettings } from './settings-store'

/** Leaves in storage how Latchkey looks, and the texts that login pages show, in the language that is spoken. */
export async function syncAppearance(): Promise<void> {
  const { appearance } = (await loadSettings()).settings
  await speak(appearance.language)
  await browser.storage.local.set({ appearance, texts: pageTexts() })
}
