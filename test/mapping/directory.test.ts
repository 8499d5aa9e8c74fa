import { expect, test } from 'vitest'
import { accountNamed, type Directory, unknownDirectory } from '../../src/mapping/directory'

test('a user name is found in whatever case; that nobody was asked is not the same as that nobody is there', () => {
  const directory: Directory = {
    accounts: [
      { username: 'Ann', exists: true, groups: ['dev'] },
      { username: 'bob', exists: false },
    ],
  }
  expect(accountNamed(directory, 'aNN')).toMatchObject({ exists: true, groups: ['dev'] })
  expect(accountNamed(directory, 'BOB')).toEqual({ username: 'bob', exists: false })
  expect(accountNamed(directory, 'eve')).toBeUndefined()
  expect(accountNamed(unknownDirectory, 'ann')).toBeUndefined()
})
