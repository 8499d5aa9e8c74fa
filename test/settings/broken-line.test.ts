import { expect, test } from 'vitest'
import { brokenLine } from '../../src/settings/broken-line'

const text = '{\r\n  "sites": [],\r\n  "line 9 column 1)": 1,\r\n}'

test.each([
  ['Chrome and Edge', 'Expected double-quoted property name in JSON at position 46 (line 4 column 1)', 4],
  ['an older Chrome and Node', 'Expected double-quoted property name in JSON at position 46', 4],
  ['Firefox', 'JSON.parse: expected double-quoted property name at line 4 column 1 of the JSON data', 4],
  ['a text that was cut short', 'Unexpected end of JSON input', undefined],
  ['words of the text itself', 'Unexpected token \'x\', ..."line 9 column 1)": x"... is not valid JSON', undefined],
])('the line at which JSON is broken is told from the words of %s', (_, message, line) => {
  expect(brokenLine(text, { message })).toBe(line)
})

test('so it is from those of whoever runs this', () => {
  expect(() => JSON.parse(text)).toThrow(expect.toSatisfy((error: SyntaxError) => brokenLine(text, error) === 4))
})
