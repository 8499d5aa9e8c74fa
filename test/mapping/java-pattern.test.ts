import { describe, expect, test } from 'vitest'
import { javaPattern } from '../../src/mapping/java-pattern'

const found = (pattern: string, text: string) => {
  const read = javaPattern(pattern)
  return 'runs' in read ? (read.runs.exec(text)?.[0] ?? null) : read
}

describe('a pattern runs as Java would run it', () => {
  test.each([
    ['^.*?(?=@)', 'ann@acme.com', 'ann'],
    ['(?i)^ANN', 'ann@acme.com', 'ann'],
    ['[\\w-.]+', 'ann-b.c@x', 'ann-b.c'],
    ['\\@\\w+', 'ann@acme', '@acme'],
    ['\\Qa.b\\E', 'a.b', 'a.b'],
    ['\\Qa.b', 'axb', null],
    ['\\Aann\\z', 'ann', 'ann'],
    ['ann\\Z', 'ann\n', 'ann'],
    ['ann$', 'ann\n', 'ann'],
    ['\\p{Alpha}+', 'ab1', 'ab'],
    ['\\p{L}+', 'éa1', 'éa'],
    ['\\pL+', 'éa1', 'éa'],
    ['\\P{Alpha}+', 'ab1', '1'],
    ['[\\p{Upper}\\d]+', 'abC1d', 'C1'],
    ['[\\s]', '\u00a0', null],
    ['\\S+', 'a\u00a0b', 'a\u00a0b'],
    ['\\h', 'a\u00a0b', '\u00a0'],
    ['a}', 'a}', 'a}'],
    ['\\x41\\u0042', 'AB', 'AB'],
    ['(?<=a{1,3})b', 'aab', 'b'],
    ['(?<name>a)b\\k<name>', 'aba', 'aba'],
    ['.{2}', '🦉x', '🦉x'],
    ['[\\-x]+', '-x', '-x'],
  ])('%s on %j finds %j', (pattern, text, expected) => expect(found(pattern, text)).toEqual(expected))
})

describe('what Java would refuse is refused, and why', () => {
  test.each([
    ['(', 'malformed'],
    ['[a', 'malformed'],
    ['a{', 'repetition'],
    ['a{,3}', 'repetition'],
    ['\\y', 'escape'],
    ['\\u{1F989}', 'escape'],
    ['a\\', 'escape'],
    ['(?<=a*)b', 'look-behind'],
    ['(?<my_name>a)', 'group-name'],
  ])('%s', (pattern, refused) => expect(javaPattern(pattern)).toEqual({ refused }))
})

describe('what only Java can run is not guessed at', () => {
  test.each([
    ['a*+', 'possessive'],
    ['a{2}+', 'possessive'],
    ['(?>a)', 'atomic-group'],
    ['a(?i)b', 'inline-flags'],
    ['(?i:a)', 'inline-flags'],
    ['(?x)a', 'inline-flags'],
    ['[a-z&&[^b]]', 'class-set'],
    ['[a[b]]', 'class-set'],
    ['[\\S]', 'class-set'],
    ['\\p{IsLatin}', 'property'],
    ['\\Ga', 'boundary'],
    ['\\x{1F989}', 'escape'],
  ])('%s', (pattern, onlyJava) => expect(javaPattern(pattern)).toEqual({ onlyJava }))
})
