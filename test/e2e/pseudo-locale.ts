import { cpSync, readFileSync, writeFileSync } from 'node:fs'

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

/** A copy of a built extension that speaks a made-up language, read from right to left, in the place of English; gives its folder. */
export function inPseudoLocale(extension: string): string {
  const folder = `${extension}-rtl`
  cpSync(extension, folder, { recursive: true })
  const file = `${folder}/_locales/en/messages.json`
  const messages = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>)
  const turned = messages.map(([key, entry]) => [key, { ...entry, message: fixed.get(key) ?? pseudo(entry.message) }])
  writeFileSync(file, JSON.stringify(Object.fromEntries(turned)))
  return folder
}

const fixed = new Map([
  ['languageTag', 'he'],
  ['textDirection', 'rtl'],
  ['extensionName', 'Latchkey'],
])
