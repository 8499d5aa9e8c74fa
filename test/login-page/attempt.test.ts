import { expect, test } from 'vitest'
import { anchorOf, isAttempt } from '../../src/login-page/attempt'

test.each([
  ['', ''],
  ['#', ''],
  ['#latchkey:', ''],
  ['#Timeline', '#Timeline'],
  ['#latchkey:Timeline', '#Timeline'],
  ['#C#', '#C#'],
  ['#latchkey:C#', '#C#'],
])('of the fragment "%s" the person asked for "%s"', (fragment, anchor) => {
  expect(anchorOf(fragment)).toBe(anchor)
})

test('a mark that does not stand in front is somebody’s anchor', () => {
  expect(isAttempt('#latchkey:x')).toBe(true)
  expect(isAttempt('#x#latchkey:')).toBe(false)
})
