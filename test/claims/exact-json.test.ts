import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asExactJson, parseExactly } from '../../src/claims/exact-json'

test('JSON is read and written as browsers do it, but for large whole numbers', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      expect(asExactJson(value, indent)).toBe(JSON.stringify(value, null, indent))
      expect(asExactJson(parseExactly(JSON.stringify(value)))).toBe(JSON.stringify(value))
    }),
  )
})

test('whole numbers of any size come back as they were written', () => {
  const numbers = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
  fc.assert(
    fc.property(fc.array(numbers), fc.dictionary(fc.string(), numbers), (list, object) => {
      const json = asExactJson({ list, object, text: [String(list)] }, 2)
      expect(asExactJson(parseExactly(json), 2)).toBe(json)
    }),
  )
})

test.each(['1.0', '1e3', '-0', '1e400', '0.1', '9007199254740991', '-9007199254740991'])('%s is what a browser makes of it', (number) => {
  expect(parseExactly(`[${number}]`)).toEqual([JSON.parse(number)])
})

test.each(['{12345678901234567890: 1}', '00012345678901234567890', '12345678901234567890x', '', "'", '-'])('%j is no JSON', (text) => {
  expect(() => parseExactly(text)).toThrow(SyntaxError)
})

test('what is nested too deep to be written is told by its outermost signs', () => {
  let deep: unknown = 12345678901234567890n
  for (let levels = 0; levels < 100_000; levels += 1) deep = [deep]
  expect(asExactJson(deep)).toBe('[…]')
})
