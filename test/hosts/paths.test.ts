import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { pagePaths } from '../../src/hosts/paths'

test('the pages at which people come in or go out are heard of for every product, and no others', () => {
  const named = hosts.flatMap(({ paths }) => Object.keys(paths)).filter(Boolean)
  expect(pagePaths.map((path) => `/${path}`).toSorted()).toEqual(named.toSorted())
})
