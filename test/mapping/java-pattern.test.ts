import { describe, expect, test } from 'vitest'
import { javaPattern } from '../../src/mapping/java-pattern'
import { javaMatch } from '../../src/mapping/matcher'

const match = javaMatch()
const found = (pattern: string, text: string) => {
  const answer = match(pattern, text)
  return answer && 'whole' in answer ? answer.whole : (answer ?? null)
}

describe('a pattern runs as Java would run it', () => {
  test.each([
    ['^.*?(?=@)', 'ann@acme.com', 'ann'],
    ['(?i)^ANN', 'ann@acme.com', 'ann'],
    ['[\\w-.]+', 'ann-b.c@x', 'ann-b.c'],
    ['\\@\\w+', 'ann@acme', '@acme'],
    ['\\Qa.b\\E', 'a.b', 'a.b'],
    ['\\Qa.b', 'axb', null],
    ['\\Qa.b', 'a.bQ', 'a.b'],
    ['\\p{XDigit}+', 'x0aF', '0aF'],
    ['\\p{Digit}+', 'x09', '09'],
    ['\\p{Alnum}+', '-0z', '0z'],
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
    ['(a)[(?b]', 'a?', 'a?'],
    ['(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'abcdefghijj', 'abcdefghijj'],
    ['\\x41\\u0042', 'AB', 'AB'],
    ['(?<=a{1,3})b', 'aab', 'b'],
    ['(?<name>a)b\\k<name>', 'aba', 'aba'],
    ['.{2}', '🦉x', '🦉x'],
    ['.+', 'ann\u0085x', 'ann'],
    ['(?s).+', 'ann\u0085x', 'ann\u0085x'],
    ['[\\-x]+', '-x', '-x'],
    ['(.*)\\-(.*)', 'acme-dev', 'acme-dev'],
    ['[\\s-_]+', 'ANN.B', null],
    ['^[^\\s-@]+', 'ann2@acme.com', 'ann2'],
    ['[\\p{Space}-_]+', 'ANN.B', null],
    ['[\\h-x]', 'ann-b', '-'],
    ['[a-z-\\d]+', 'B-1', '-1'],
    ['[+--]', ',', ','],
    ['[a-]+', 'b-a', '-a'],
    ['(a)\\10', 'aa0', 'aa0'],
    ['(?:(a)|b)\\w', 'bc', 'bc'],
    ['((a)|b)', 'ab', 'a'],
    ['(?:a(b))+', 'ababx', 'abab'],
    ['(?:(a)|b){1}', 'b', 'b'],
    ['(-ext)?$', 'ann-ext', '-ext'],
    ['(?i)[a-z]+', 'ANN', 'ANN'],
    ['\\bann\\b', 'x ann', 'ann'],
    ['a\\Rb', 'a\u000bb', 'a\u000bb'],
    ['\\w|\\Z', '🦉a', 'a'],
    ['(a)(?:(x)\\1)+', 'axaxa', 'axaxa'],
    ['(a)(?:x\\1)*', 'axaxa', 'axaxa'],
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
    ['(?<my_name>a)', 'group-name'],
    ['(?P<user>.+)@.*', 'group-name'],
    ['(a)\\k<b>', 'group-name'],
    ['\\kb', 'group-name'],
    ['\\k', 'group-name'],
    ['\\k(a)\\1', 'group-name'],
    ['(?<user>.+)@a|(?<user>.+)@b', 'group-name'],
    ['\\p{Alpha', 'malformed'],
    ['[\\p{Alpha]+', 'malformed'],
    ['a)', 'malformed'],
    ['*a', 'repetition'],
    ['a|*', 'repetition'],
    ['a**', 'repetition'],
    ['[a-\\d]', 'range'],
  ])('%s', (pattern, refused) => expect(javaPattern(pattern)).toEqual({ refused }))
})

describe('what only Java can run is not guessed at', () => {
  test.each([
    ['a*+', 'possessive'],
    ['a{2}+', 'possessive'],
    ['(?>a)', 'atomic-group'],
    ['a(?i)b', 'inline-flags'],
    ['(?m)^ann$', 'inline-flags'],
    ['{2}a', 'repetition'],
    ['a|({1,2})', 'repetition'],
    ['(?i:a)', 'inline-flags'],
    ['(?x)a', 'inline-flags'],
    ['[a-z&&[^b]]', 'class-set'],
    ['[a[b]]', 'class-set'],
    ['[\\S]', 'class-set'],
    ['\\p{IsLatin}', 'property'],
    ['\\p{script=Latin}', 'property'],
    ['\\p{L-}', 'property'],
    ['\\ca', 'escape'],
    ['\\Ga', 'boundary'],
    ['\\x{1F989}', 'escape'],
    ['^*a', 'repetition'],
    ['(?=a)*b', 'repetition'],
    ['a{2}{3}', 'repetition'],
    ['(?<=a*)b', 'look-behind'],
    ['(a)?\\1b', 'unset-group'],
    ['(a\\1)b', 'unset-group'],
    ['\\1(a)', 'unset-group'],
    ['((a)|b)+', 'unset-group'],
    ['(?:(\\w+)@|(\\w+)\\.)+', 'unset-group'],
    ['(?:(a)?b)*', 'unset-group'],
    ['(a*)?b', 'unset-group'],
    ['(a?)+', 'unset-group'],
    ['(a*|b)+', 'unset-group'],
    ['((?=a))*b', 'unset-group'],
    ['(^)*a', 'unset-group'],
    ['(?:(a)(?:b)|c)+', 'unset-group'],
    ['(?i)jürgen', 'inline-flags'],
  ])('%s', (pattern, onlyJava) => expect(javaPattern(pattern)).toEqual({ onlyJava }))

  test.each([
    ['(?i)^m.ller', 'MÜLLER', 'inline-flags'],
    ['\\b\\w+', 'Grüße', 'boundary'],
  ])('%s on a text beyond ASCII, %s', (pattern, text, onlyJava) => expect(found(pattern, text)).toEqual({ onlyJava }))
})
