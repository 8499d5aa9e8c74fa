import { type ComponentChild, render } from 'preact'
import './style.css'
import { readAppearance } from '../platform/appearance'
import { speak } from '../platform/language'
import { Boundary } from './Boundary'
import { dress, paint } from './dress'
import { type MessageKey, say } from './words'

/** Milliseconds for which a page stays empty at most, for the sake of what it is about to know. */
const patience = 50

/**
 * Draws a page of ours, in the theme and language of the settings from its first paint on. What is read by `reading` is painted at once,
 * unless it takes longer than anybody would notice.
 */
export async function openPage(title: MessageKey, content: ComponentChild, reading?: Promise<unknown>): Promise<void> {
  // A page that cannot read storage still opens, and says so.
  await readAppearance().then(
    async ({ theme, language }) => {
      paint(document, theme)
      await speak(language)
    },
    () => undefined,
  )
  if (reading) await Promise.race([reading.catch(() => undefined), new Promise((next) => setTimeout(next, patience))])
  dress(document, say(title))
  render(<Boundary>{content}</Boundary>, document.body)
}
