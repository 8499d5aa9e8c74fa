import { describe, expect, test } from 'vitest'
import { parseToken } from '../../src/session/token'
import { isWithoutVectors, vectorFolder } from './vectors'

/** @see https://github.com/nst/JSONTestSuite */
describe.skipIf(isWithoutVectors)('JSON as others test it, as a token’s payload', () => {
  const { names, bytes } = vectorFolder('json/test_parsing/')
  const isTaken = (name: string) => parseToken(`e30.${bytes(name).toString('base64url')}.AA`).checks.every(({ passed }) => passed)

  test('what is no JSON is no token, and nothing throws', () => {
    expect(names.length).toBeGreaterThan(300)
    const taken = names.filter(isTaken)
    expect(taken.filter((name) => name.startsWith('n_'))).toEqual([])
  })

  test('every valid object is taken, but for the two that hold one key twice', () => {
    const objects = names.filter((name) => name.startsWith('y_object'))
    expect(objects.length).toBeGreaterThan(10)
    const refused = objects.filter((name) => !isTaken(name))
    expect(refused).toEqual(['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json'])
  })
})
