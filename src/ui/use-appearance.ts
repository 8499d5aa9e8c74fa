import { useEffect, useState } from 'preact/hooks'
import type { Appearance } from '../platform/appearance'
import { speak, spokenLanguage } from '../platform/language'
import { dress, paint } from './dress'
import { type MessageKey, say } from './words'

/** Keeps a page as the settings say, once they are read: in their theme, and drawn anew where their language is another. For its topmost component. */
export function useAppearance(title: MessageKey, appearance: Appearance | undefined): void {
  const [drawn, draw] = useState(spokenLanguage)
  const { theme, language } = appearance ?? {}
  useEffect(() => theme && paint(document, theme), [theme])
  useEffect(() => {
    if (!language) return
    void speak(language).then(() => {
      // Texts that were slow may have come since the page was drawn, with nobody to draw it anew.
      if (spokenLanguage() === drawn) return
      dress(document, say(title))
      draw(spokenLanguage())
    })
  }, [language, title, drawn])
}
