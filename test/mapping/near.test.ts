import { describe, expect, test } from 'vitest'
import { NearMisses } from '../../src/mapping/near'

const near = (received: readonly string[], wanted: string) => {
  const miss = new NearMisses(received).of(wanted)
  return miss && `${miss.received} ${miss.differs}`
}

describe('what of the token comes closest to a name', () => {
  test.each([
    [['Dev'], 'dev', 'Dev case'],
    [['DEV', 'Dev'], 'dev', 'DEV case'],
    [['dev '], 'dev', 'dev  space'],
    [['dev'], ' dev', 'dev space'],
    [['\u200bdev'], 'dev', '\u200bdev space'],
    [[' Dev'], 'dev', ' Dev space-and-case'],
    [['cafe\u0301'], 'caf\u00e9', 'cafe\u0301 look-alike'],
    [['a\u2013b'], 'a-b', 'a\u2013b look-alike'],
    [['it\u2019s'], "it's", 'it\u2019s look-alike'],
    [['/staff/dev'], 'dev', '/staff/dev prefix'],
    [['acme:Dev ', 'other|dev'], 'dev', 'acme:Dev  prefix'],
    [['zeta', 'yak', 'dev-team', 'alpha'], 'dev', 'dev-team prefix'],
    [['dev.b', 'dev_a', 'dev-c'], 'DEV', 'dev-c prefix'],
    [['zeta', 'dev-'], 'dev', 'dev- prefix'],
    [['dev'], 'acme\\DEV ', 'dev longer'],
  ])('%j, %j: %s', (received, wanted, expected) => {
    expect(near(received, wanted)).toBe(expected)
  })

  test.each([
    [['developers'], 'dev'],
    [['staff/', 'x'], ''],
    [['staff/'], ' '],
    [['ops'], 'dev'],
    [[], 'dev'],
    [['dev'], 'acme/'],
  ])('%j has nothing near %j', (received, wanted) => {
    expect(near(received, wanted)).toBeUndefined()
  })
})
