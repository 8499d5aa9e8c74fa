import { own } from '../login-page/dom'

/** An element with a text that may run either way. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const made = own(document, 'createElement')(name)
  made.textContent = text
  made.dir = 'auto'
  return made
}
