import { describe, expect, test } from 'vitest'
import { isWithoutVectors } from '../session/vectors'
import { misjudged } from './judge'
import { recordFor } from './record'
import { suites } from './suites'
import { waived } from './wycheproof'

const record = recordFor('core', 'vectors')

describe.skipIf(isWithoutVectors)('signatures and tokens that others wrote are judged as stated', () => {
  test.each(suites.map((suite) => [suite.id, suite.size, suite.trials] as const))('%s: %i', async (id, size, trials) => {
    const wrong = await misjudged(trials)
    record.note(id, `${trials.length - wrong.length} of ${size}`)
    expect(trials).toHaveLength(size)
    expect(wrong).toEqual([])
  })

  test('the waiver is for one case, and still needed', async () => {
    expect(await misjudged(waived)).toEqual(['7 rejectsKeyWithRocaVulnerability: true'])
  })
})
