import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { message, pageTexts, speak, spokenLanguage } from '../../src/platform/language'
import { syncAppearance } from '../../src/platform/sync-appearance'
import { messages, reset, servesLanguages, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

beforeEach(async () => {
  reset()
  servesLanguages()
  await speak('auto')
})
afterEach(() => vi.unstubAllGlobals())

test('texts are in the browser’s language until another is chosen, and again afterwards', async () => {
  expect(message('pageCancel')).toBe('Cancel')
  await speak('de')
  expect(message('pageCancel')).toBe('Abbrechen')
  await speak('auto')
  expect(message('pageCancel')).toBe('Cancel')
})

test('a chosen language fills in placeholders as the browser does, in its own order', async () => {
  await speak('de')
  expect(message('checksSummary', ['3', '17'])).toBe('3 von 17 Prüfungen bestanden')
  expect(message('copyThis', ['$& $1'])).toBe('$& $1 kopieren')
})

test('of two languages that are chosen at once, the later one is spoken', async () => {
  await Promise.all([speak('de'), speak('en')])
  expect(spokenLanguage()).toBe('en')
  expect(message('pageCancel')).toBe('Cancel')
})

test('whoever asks for a language that is on its way waits for it too', async () => {
  void speak('de')
  await speak('de')
  expect(message('pageCancel')).toBe('Abbrechen')
})

test('where a language’s file cannot be read, the browser’s own language serves', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await speak('de')
  expect(message('pageCancel')).toBe('Cancel')
})

test('what the file of a language lacks, the browser says', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ pageCancel: { message: 'Abbrechen' } }))
  await speak('de')
  expect(message('pageCancel')).toBe('Abbrechen')
  expect(message('undo')).toBe('Undo')
})

test('login pages are left their texts in the language that is spoken: they cannot ask for what they lack', async () => {
  world.local['settings'] = { appearance: { language: 'de', theme: 'dark' } }
  await syncAppearance()
  expect(world.local['appearance']).toEqual({ language: 'de', theme: 'dark' })
  expect(world.local['texts']).toMatchObject({ pageCancel: 'Abbrechen', 'notice_logged-out': expect.stringContaining('$site$') })
  world.local['settings'] = {}
  await syncAppearance()
  expect(world.local['texts']).toMatchObject({ pageCancel: 'Cancel', 'notice_logged-out': 'You are logged out of $site$.' })
  expect(Object.values(world.local['texts'] as object)).not.toContain('')
})

test('of all reasons those have texts in login pages that are told there', () => {
  const keys = Object.keys(messages).filter((key) => /^(?:page(?:Countdown|Cancel)$|notice(?:Button)?_)/.test(key))
  expect(Object.keys(pageTexts()).map((key) => key.replaceAll('-', '_'))).toEqual(expect.arrayContaining(keys))
  expect(Object.keys(pageTexts())).toHaveLength(keys.length)
})
