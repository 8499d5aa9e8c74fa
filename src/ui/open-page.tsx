import { type ComponentChild, render } from 'preact'
import { readAppearance } from '../platform/appearance'
import { speak } from '../platform/language'
import { placeAnnouncer } from './announce'
import { Boundary } from './Boundary'
import { dress, paint } from './dress'
import { type MessageKey, say } from './words'

/** Milliseconds for which a page stays empty at most, for the sake of how it is to look, and then of what it is about to know. */
const [longest, patience] = [300, 50]

/**
 * Draws a page of ours, in the theme and language of the settings from its first paint on. What is read by `reading` is painted at once,
 * unless it takes longer than anybody would notice.
 */
export async function openPage(title: MessageKey, content: ComponentChild, reading?: Promise<unknown>): Promise<void> {
  await within(longest, appear())
  if (reading) await within(patience, reading)
  dress(document, say(title))
  render(<Boundary>{content}</Boundary>, document.body)
  placeAnnouncer()
}

async function appear(): Promise<void> {
  const { theme, language } = await readAppearance()
  paint(document, theme)
  await speak(language)
}

/** A page that cannot read storage still opens, and says so; one that is still reading says that. */
const within = (milliseconds: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((next) => setTimeout(next, milliseconds))])
