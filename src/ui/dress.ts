import { say } from './words'

/** Gives a page its title, language and direction of reading. */
export function dress(document: Document, title: string): void {
  document.title = title
  document.documentElement.lang = say('languageTag')
  document.documentElement.dir = say('textDirection')
}

/** Puts a theme over the browser's own: the stylesheet knows `data-theme`. */
export function paint(document: Document, theme: 'auto' | 'light' | 'dark'): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
