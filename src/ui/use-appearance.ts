import { useEffect, useState } from 'preact/hooks'
import type { Appearance } from '../platform/appearance'
import { speak, spokenLanguage } from '../platform/language'
import { dress, paint } from './dress'
import { type MessageKey, say } from './words'

/** Keeps a page as the settings say, once they are read: in their theme, and drawn anew where their language is another. For its topmost component. */
export function useAppearance(title: MessageKey, appearance: Appearance | undefined): void {
  const [, drawAnew] = useState({})
  const { theme, language } = appearance ?? {}
  useEffect(() => theme && paint(document, theme), [theme])
  useEffect(() => {
    if (!language) return
    const before = spokenLanguage()
    void speak(language).then(() => {
      if (spokenLanguage() === before) return
      dress(document, say(title))
      drawAnew({})
    })
  }, [language, title])
}
