import { type ComponentChild, render } from 'preact'
import './style.css'
import { readAppearance } from '../platform/appearance'
import { speak } from '../platform/language'
import { Boundary } from './Boundary'
import { dress, paint } from './dress'
import { type MessageKey, say } from './words'

/** Draws a page of ours, in the theme and language of the settings from its first paint on. */
export async function openPage(title: MessageKey, content: ComponentChild): Promise<void> {
  // A page that cannot read storage still opens, and says so.
  await readAppearance().then(
    async ({ theme, language }) => {
      paint(document, theme)
      await speak(language)
    },
    () => undefined,
  )
  dress(document, say(title))
  render(<Boundary>{content}</Boundary>, document.body)
}
