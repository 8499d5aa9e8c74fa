import { describe, expect, test } from 'vitest'
import { isWithoutVectors } from '../session/vectors'
import { peerDoesRight } from './peer'
import { recordFor } from './record'
import { casesThat } from './rp-cases'

const record = recordFor('openid-client', 'rp')

describe.skipIf(isWithoutVectors)('openid-client 6, certified by the OpenID Foundation, in the same cases', () => {
  test('does what we hold to be right in all but these', async () => {
    const cases = [...casesThat('accept'), ...casesThat('reject')]
    const otherwise: Record<string, string> = {}
    for (const [id, each] of cases) {
      const result = await peerDoesRight(each)
      record.note(id, result)
      if (result !== 'yes') otherwise[id] = result
    }
    expect(cases).toHaveLength(43)
    expect(otherwise).toEqual({
      'oidcc-client-test-signing-key-rotation': 'no', // it reads keys anew after a minute at the earliest
      'oidcc-client-test-invalid-athash': 'no', // in the code flow at_hash need not be looked at
      'oidcc-client-test-refresh-token-invalid-sub': 'late',
      'fapi1-advanced-final-client-test-iat-is-week-in-past': 'no', // a limit of the application's own
    })
  })
})
