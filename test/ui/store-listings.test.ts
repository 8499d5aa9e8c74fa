import { expect, test } from 'vitest'
import { secondNames } from './second-names'

const named = (path: string) => /(?:listing\.|_locales\/)(\w+)/.exec(path)?.[1] ?? path
const texts = import.meta.glob<string>('../../docs/store/listing.*.md', { eager: true, query: '?raw', import: 'default' })
const listings = Object.entries(texts).map(([path, text]) => [named(path), text] as const)
const languages = Object.keys(import.meta.glob('../../public/_locales/*/messages.json')).map(named)

/** The parts under a listing's headings, their lines joined: summary, description, captions. */
const parts = (text: string): readonly string[] =>
  text
    .split(/^## .*$/m)
    .slice(1)
    .map((part) => part.trim())

test('the stores are told of Latchkey in every language that it speaks', () => {
  expect(listings.map(([language]) => language).sort(), 'a language has docs/store/listing.<tag>.md').toEqual([...languages].sort())
})

test.each(listings)('the listing in %s has a summary as short as AMO wants it, and a caption for every picture', (_, text) => {
  const [summary, description, captions] = parts(text)
  expect([...(summary ?? '')].length).toBeLessThanOrEqual(250)
  expect(description?.length).toBeGreaterThan(500)
  expect(captions?.split('\n').map((line) => line.slice(0, 3))).toEqual(['1. ', '2. ', '3. ', '4. ', '5. '])
})

test.each(Object.entries(secondNames))('the listing in %s calls a thing by the name that it has on the screens', (language, second) => {
  const [, text = ''] = listings.find(([name]) => name === language) ?? []
  expect(text.split('\n').filter((line) => second.test(line))).toEqual([])
})
