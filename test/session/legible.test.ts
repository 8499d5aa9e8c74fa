import { expect, test } from 'vitest'
import { legible } from '../../src/session/legible'

test.each<[string, unknown, string | undefined]>([
  ['as it stands', 'Ring the help desk', 'Ring the help desk'],
  ['in one line', ' Ring\n\tthe  help desk ', 'Ring the help desk'],
  ['with its joiners', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['without what turns it around or cannot be seen', '\u202eR\u0000i\u2066n\u200bg', 'Ring'],
  ['to its limit', 'x'.repeat(20), 'x'.repeat(20)],
  ['cut where it is longer', 'x'.repeat(21), `${'x'.repeat(19)}…`],
  ['by letters, not halves of them', '😀'.repeat(20), '😀'.repeat(20)],
  ['not at all where it is nothing', '\u200b\u202e', undefined],
  ['not at all where it is no text', { toString: () => 'x' }, undefined],
  ['not where megabytes of nothing stand in front', `${'\u200b'.repeat(200)}Ring`, undefined],
])('somebody else’s words are shown %s', (_, words, shown) => expect(legible(words, 20)).toBe(shown))
