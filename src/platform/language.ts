import { oneMoreTry } from '../login-page/decision'
import type { Settings } from '../settings/catalog'
import { browser } from './browser'
import type { PageTextKey, PageTexts } from './content-storage'

type Language = Settings['appearance']['language']

interface Message {
  readonly message: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}
type Messages = ReadonlyMap<string, Message>

let wanted: Language = 'auto'
let ready = Promise.resolve()
/** The browser knows messages of its own language alone; those of another one are kept here. */
let spoken: { readonly language: Language; readonly messages?: Messages } = { language: 'auto' }

/** The language that texts are in by now. */
export const spokenLanguage = (): Language => spoken.language

/** Has texts in this language from now on; `auto` is the browser's. Resolves when they are. */
export function speak(language: Language): Promise<void> {
  if (language !== wanted) {
    wanted = language
    ready = learn(language)
  }
  return ready
}

async function learn(language: Language): Promise<void> {
  const messages = language === 'auto' ? undefined : await read(language)
  if (language === wanted) spoken = { language, ...(messages && { messages }) }
}

/** Where a file of ours cannot be read, the browser's own language serves. */
async function read(language: Language): Promise<Messages | undefined> {
  const file = browser.runtime.getURL(`_locales/${language.replace('-', '_')}/messages.json`)
  return fetch(file)
    .then(async (answer) => new Map(Object.entries((await answer.json()) as Record<string, Message>)))
    .catch(() => undefined)
}

/** The text for a key in the language that is spoken; "" where there is none. */
export function message(key: string, substitutions: readonly string[] = []): string {
  const found = spoken.messages?.get(key)
  return found ? filled(found, substitutions) : browser.i18n.getMessage(key, [...substitutions])
}

/** As browsers do it: `$name$` stands for the content that is declared for it, the number of a substitution. */
const filled = ({ message, placeholders = {} }: Message, substitutions: readonly string[]): string =>
  message.replace(/\$(\w+)\$/g, (_, name: string) => substitutions[Number(placeholders[name]?.content.slice(1)) - 1] ?? '')

/** The texts that stand in login pages, with `$site$` for the name of the site: for the reasons that are told there, and a countdown. */
export function pageTexts(): PageTexts {
  const keys: readonly PageTextKey[] = [
    'pageCountdown',
    'pageCancel',
    ...oneMoreTry.flatMap((code) => [`notice_${code}`, `noticeButton_${code}`] as const),
    'notice_no-permission',
    'notice_foreign-destination',
  ]
  return Object.fromEntries(keys.map((key) => [key, message(key.replaceAll('-', '_'), ['$site$'])]))
}
