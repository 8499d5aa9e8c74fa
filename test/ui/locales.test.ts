import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/settings/catalog'
import { messages as english } from './fake-browser'
import { secondNames } from './second-names'

type Messages = typeof english

const folder = (path: string) => path.split('/').at(-2) ?? ''
const locales = Object.fromEntries(
  Object.entries(import.meta.glob<Messages>('../../public/_locales/*/messages.json', { eager: true, import: 'default' })).map(
    ([path, messages]) => [folder(path), messages],
  ),
)
const translations = Object.entries(locales).filter(([name]) => name !== 'en')
const text = (messages: Messages, key: string): string => messages[key]?.message ?? ''

/** Em halves that a text takes up, roughly: a character of Japanese is as wide as two of ours. */
const width = (words: string): number => [...words].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1), 0)

/** Where there is little room: on the toolbar's popup, in menus, in stores. */
const room: Readonly<Record<string, number>> = {
  extensionName: 45,
  extensionDescription: 132, // the Web Store takes no longer one
  menuLogIn: 50,
  menuBackdoor: 60,
  defaultButtonText: 40,
  pageCancel: 16,
  noticeButton_logged_out: 28,
  noticeButton_held_off: 28,
  noticeButton_tried_already: 28,
  noticeButton_sso_failed: 28,
  copied: 16,
  notCopied: 16,
  copy: 16,
  allow: 16,
  tryAgain: 24,
  close: 16,
  undo: 16,
  showAll: 20,
  showLess: 24,
  pageAdd: 36,
  pageCard: 24,
  yourSites: 24,
  emergency: 32,
  welcomeOptions: 24,
  showClaims: 40,
  signOut: 20,
  verified: 16,
  unverified: 20,
  claimName: 16,
  claimValue: 16,
  checkName: 20,
  checkResult: 20,
  searchLabel: 22,
  openWorkbench: 30,
  openWorkbenchBeside: 50,
}

test('every language that can be chosen has a file, and every file can be chosen', () => {
  const choices = catalog.appearance.fields.language.options?.filter((option) => option !== 'auto')
  expect(choices?.map((tag) => tag.replace('-', '_')).sort()).toEqual(Object.keys(locales).sort())
})

test.each(Object.entries(locales))('%s calls itself by its name, and says which way it is read', (name, messages) => {
  expect(text(messages, 'languageTag')).toBe(name.replace('_', '-'))
  expect(text(messages, 'textDirection')).toBe('ltr')
})

test.each(Object.entries(locales))('%s fits where there is little room', (_, messages) => {
  const overlong = Object.entries(room).filter(([key, most]) => width(text(messages, key)) > most)
  expect(overlong.map(([key]) => `${key}: ${text(messages, key)}`)).toEqual([])
})

test('only texts that exist are held to a length', () => {
  expect(Object.keys(room).filter((key) => !(key in english))).toEqual([])
})

describe.each(translations)('%s', (name, messages) => {
  test('says everything that English says', () => {
    const missing = Object.keys(english).filter((key) => !(key in messages))
    expect(missing, `add these to public/_locales/${name}/messages.json; \`npm run locales\` lists them for every language`).toEqual([])
  })

  test('has no texts that English does not have', () => {
    const unknown = Object.keys(messages).filter((key) => !(key in english))
    expect(unknown, 'run `npm run locales`').toEqual([])
  })

  test('says something under every key, and as it was meant to be filled in', () => {
    const used = (words: string) => [...new Set([...words.matchAll(/\$(\w+)\$/g)].map(([, one]) => one))].sort()
    for (const [key, { message, placeholders }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('')
      expect(placeholders, `${key}: run \`npm run locales\``).toEqual(english[key]?.placeholders)
      expect(used(message), key).toEqual(used(text(english, key)))
    }
  })

  test('leaves addresses and what is to be typed as they are', () => {
    const fixed = /https?:\/\/(?:[\w-]+(?:\.[\w-]+)+)?|\{\w+\}|(?<= )-D[\w.]+|eu-west-1\w*|acme\.auth\S+com/g
    const typed = (words: string) => [...new Set([...words.matchAll(fixed)].map(([found]) => found))].sort()
    for (const key of Object.keys(messages)) expect(typed(text(messages, key)), key).toEqual(typed(text(english, key)))
  })

  test('uses its own quotation marks, and no typewriter’s', () => {
    const opening: Readonly<Record<string, RegExp>> = { de: /[«»”]/, fr: /[“”„]/, es: /[“”„]/, ja: /[“”„«»]/, pt_BR: /[„«»]/ }
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message, key).not.toMatch(/["']|\.\.\./)
      if (opening[name]) expect(message, key).not.toMatch(opening[name])
    }
  })
})

test('French keeps its distance from double punctuation, and a line never begins with it', () => {
  const { fr = {} } = locales
  for (const [key, { message }] of Object.entries(fr)) {
    if (['ruleWhen', 'complaint_address_with_query'].includes(key)) continue // they speak of a sign itself
    const words = message.replaceAll(/https?:\/\/|localhost:\d+/g, '')
    expect(words, key).not.toMatch(/[^\u202f\s][;!?](?=\s|$)|[^\u00a0\s]:(?=\s|$)|«[^\u00a0]|[^\u00a0]»/)
    expect(words, key).not.toMatch(/ [;:!?»]/)
  }
})

test.each(Object.entries(secondNames))('%s calls a thing by one name', (name, second) => {
  // Steps in the AWS console have its words.
  const texts = Object.entries(locales[name] ?? {}).filter(([key]) => !key.startsWith('where_'))
  expect(texts.filter(([, { message }]) => second.test(message)).map(([key]) => key)).toEqual([])
})

test('the count of hosts that wait may be one: it stands behind its noun, except where nouns have no plural', () => {
  for (const [name, messages] of Object.entries(locales))
    if (name !== 'ja') expect(text(messages, 'pendingTitle'), name).toMatch(/: \$count\$\. /)
})
