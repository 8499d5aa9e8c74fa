import { own } from '../login-page/dom'

/** Looks again whenever something comes to the page or goes. */
export function onChange(look: () => void): MutationObserver {
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
  return observer
}

/** An element with a text that may run either way. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const made = own(document, 'createElement')(name)
  made.textContent = text
  made.dir = 'auto'
  return made
}
