import { expect, test } from 'vitest'
import { accountNamed, type Directory, groupIn, unknownDirectory } from '../../src/mapping/directory'

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

test('a group that is not in the list is missing only where the list has all', () => {
  expect(groupIn({ groups: ['Dev'], accounts: [] })('dEV')).toBe(true)
  expect(groupIn({ groups: ['Dev'], accounts: [] })('ops')).toBe(false)
  expect(groupIn({ someGroups: ['Dev'], accounts: [] })('dev')).toBe(true)
  expect(groupIn({ someGroups: ['Dev'], accounts: [] })('ops')).toBeUndefined()
  expect(groupIn(unknownDirectory)('dev')).toBeUndefined()
})
