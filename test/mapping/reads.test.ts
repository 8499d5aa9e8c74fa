import { expect, test } from 'vitest'
import { usualReads } from '../../src/claims/findings/finding'
import { readsOf } from '../../src/mapping/reads'
import { nameOf } from '../../src/mapping/taking'
import { type Settings, settingsFor } from './cases/case'

const nothing: Settings = { username: '', email: '', fullName: '' }
const reads = (settings: Settings) => readsOf(settingsFor('kantega', { ...nothing, ...settings }))

test('where nothing is set the usual claims are read', () => {
  expect(reads({})).toMatchObject({ ...usualReads, usernameNeeds: [], groups: 'cognito:groups' })
})

test('what is set is read in their place', () => {
  const settings = { username: 'a', email: 'b', fullName: 'c', firstName: 'd', groups: { attribute: 'e' } }
  expect(reads(settings)).toMatchObject({ username: 'a', usernameNeeds: ['a'], email: [['b']], name: [['c']], groups: 'e' })
  expect(reads({ username: 'a', matchBy: 'email' }).usernameNeeds).toEqual([])
  expect(reads({ firstName: 'd', lastName: 'e' }).name).toEqual([['d', 'e']])
  expect(reads({ lastName: 'e' }).name).toEqual([['e']])
})

test('no groups are read where none are mapped', () => {
  expect(reads({ groups: { enabled: false, attribute: 'e' } })).not.toHaveProperty('groups')
})

test.each([
  [{ fullName: 'name', firstName: 'first' }, 'Ann Archer', 'name'],
  [{ firstName: 'first', lastName: 'last' }, 'Ann Archer', 'first + last'],
  [{ firstName: 'first' }, 'Ann', 'first'],
  [{ lastName: 'last' }, 'Archer', 'last'],
  [{}, '', undefined],
])('the name by %j is “%s”', (settings, value, from) => {
  const attributes = new Map([
    ['name', 'Ann Archer'],
    ['first', 'Ann'],
    ['last', 'Archer'],
  ])
  const taken = nameOf(settingsFor('kantega', { ...nothing, ...settings }), attributes)
  expect([taken.value.trim(), taken.from]).toEqual([value, from])
})
