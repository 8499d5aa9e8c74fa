import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

interface Message {
  readonly message: string
}

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ'
/** What a translator leaves as it is: it keeps running from left to right in the middle of a line. */
const kept = /(\$\w+\$|\{\w+\}|https?:\S+|-D\S+|\b(?:Latchkey|Confluence|Cognito|AWS|SSO|URL|HTTP|JSON|ARN|miniOrange|OAuth\/OpenID)\b)/

/** A text in letters that are read from right to left, a third longer, as translations are. */
export function pseudo(message: string): string {
  const turned = message
    .split(kept)
    .map((part, index) => (index % 2 ? part : part.replace(/[a-z]/gi, (letter) => hebrew.charAt(parseInt(letter, 36) - 10))))
    .join('')
  const longer = turned
    .replace(kept, '')
    .slice(0, Math.ceil(message.length / 3))
    .trim()
  return longer ? `${turned} ${longer}` : turned
}

/**
 * A copy of a built extension that speaks two made-up languages: in the place of English one that is read from right to left, in the place
 * of Spanish one that has, for each text, the longest of all translations. Gives its folder.
 */
export function inPseudoLocales(extension: string): string {
  const folder = `${extension}-pseudo`
  cpSync(extension, folder, { recursive: true })
  const locales = `${folder}/_locales`
  const all = readdirSync(locales).map((locale) => messagesIn(`${locales}/${locale}`))
  const longest = (key: string, message: string) =>
    all.map((messages) => messages[key]?.message ?? '').reduce((a, b) => (b.length > a.length ? b : a), message)
  rewrite(`${locales}/en`, (key, message) => fixed.get(key) ?? pseudo(message))
  rewrite(`${locales}/es`, (key, message) => (fixed.has(key) ? message : longest(key, message)))
  return folder
}

const messagesIn = (locale: string) => JSON.parse(readFileSync(`${locale}/messages.json`, 'utf8')) as Record<string, Message>

function rewrite(locale: string, reworded: (key: string, message: string) => string): void {
  const messages = Object.entries(messagesIn(locale)).map(([key, entry]) => [key, { ...entry, message: reworded(key, entry.message) }])
  writeFileSync(`${locale}/messages.json`, JSON.stringify(Object.fromEntries(messages)))
}

const fixed = new Map([
  ['languageTag', 'he'],
  ['textDirection', 'rtl'],
  ['extensionName', 'Latchkey'],
])
