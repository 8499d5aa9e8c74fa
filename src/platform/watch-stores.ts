import { browser } from './browser'

/** Calls back after any change of settings or policy, until the returned function is called. In the background call it synchronously at start-up. */
export function watchSettings(changed: () => void): () => void {
  const heard = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if (area === 'managed' || (area === 'local' && ('settings' in changes || 'policy' in changes))) changed()
  }
  browser.storage.onChanged.addListener(heard)
  return () => browser.storage.onChanged.removeListener(heard)
}

/** Calls back after any change of settings, policy or session state, until the returned function is called. */
export function watchStores(changed: () => void): () => void {
  browser.storage.onChanged.addListener(changed)
  return () => browser.storage.onChanged.removeListener(changed)
}
