import { expect, test } from 'vitest'
import { flagAt, textAt, valuesAt } from '../../src/setup/untrusted'

test('a key is found in either spelling, and whichever holds what is wanted counts', () => {
  expect(textAt({ 'button-text': 'a' }, 'buttonText')).toBe('a')
  expect(textAt({ buttonText: 7, 'button-text': 'a' }, 'buttonText')).toBe('a')
  expect(flagAt({ 'enable-oauth-sso': false }, 'enableOAuthSSO')).toBe(false)
  expect(flagAt({ configured: 'yes' }, 'configured')).toBeUndefined()
})

test.each<[unknown, string]>([
  [{}, 'toString'],
  [{}, '__proto__'],
  [[], 'concat'],
  ['text', 'length'],
  [null, 'type'],
  [undefined, 'type'],
])('nothing stands in %j under %s but what was answered', (answer, key) => expect(valuesAt(answer, key)).toEqual([]))
