import { describe, expect, test } from 'vitest'
import { type Directory, unknownDirectory } from '../../src/mapping/directory'
import { Memberships, noGroup, theseGroups } from '../../src/mapping/memberships'
import type { Because } from '../../src/mapping/verdict'

const rule: Because = { by: 'rule', rule: 0, value: 'x' }
const name: Because = { by: 'name', value: 'x' }
const gone: Because = { by: 'not-in-token' }
const changes = (memberships: Memberships) => memberships.list(unknownDirectory, noGroup).map(({ group, change }) => `${group} ${change}`)

describe('of somebody whose groups are known', () => {
  test('each is kept, joined or left, whatever the case it is written in', () => {
    const memberships = new Memberships(['Staff', 'dev', 'ops'])
    memberships.add('STAFF', rule)
    memberships.add('Writers', rule)
    memberships.remove('Dev', gone)
    memberships.remove('nowhere', gone)
    expect(changes(memberships)).toEqual(['staff kept', 'dev removed', 'ops kept', 'writers added'])
    expect(['STAFF', 'dev', 'Writers', 'nowhere'].map((group) => memberships.isIn(group))).toEqual([true, false, true, false])
    expect(memberships.others).toBe('none')
  })

  test('all are left but those that are spared, and what is left keeps the reason for which it was', () => {
    const memberships = new Memberships(['staff', 'dev', 'ops'])
    memberships.remove('ops', { by: 'unmatched-rule', rule: 3 })
    memberships.removeAllBut(new Set(['staff']), gone)
    expect(memberships.list(unknownDirectory, noGroup)).toEqual([
      { group: 'staff', change: 'kept', because: { by: 'untouched' } },
      { group: 'dev', change: 'removed', because: gone },
      { group: 'ops', change: 'removed', because: { by: 'unmatched-rule', rule: 3 } },
    ])
    expect(memberships.others).toBe('none')
  })
})

test('of somebody whose groups nobody knows, those that are left are named, and what becomes of the others is told', () => {
  const memberships = new Memberships(undefined)
  expect([memberships.isIn('dev'), memberships.others]).toEqual([undefined, 'kept'])
  memberships.remove('dev', gone)
  memberships.add('ops', rule)
  expect(changes(memberships)).toEqual(['dev removed', 'ops added'])
  memberships.removeAllBut(new Set(), gone)
  expect(memberships.others).toBe('removed')
})

describe('a group is made', () => {
  const made = (directory: Directory, makes = theseGroups(['Kept', 'new', 'THERE'])) => {
    const memberships = new Memberships(['kept', 'left'])
    memberships.remove('left', gone)
    for (const group of ['kept', 'new', 'there']) memberships.add(group, name)
    memberships.add('by-rule', rule)
    return memberships.list(directory, makes).flatMap(({ group, creates: how }) => (how ? [`${group} ${how}`] : []))
  }

  test('where it is joined, not there and one of those that the app makes, and perhaps where nobody knows', () => {
    expect(made({ accounts: [], groups: ['There', 'kept', 'left'] })).toEqual(['new yes'])
    expect(made({ accounts: [], someGroups: ['there'] })).toEqual(['new if-missing'])
    expect(made(unknownDirectory)).toEqual(['new if-missing', 'there if-missing'])
  })

  test('by no app that makes none', () => {
    expect(made({ accounts: [], groups: [] }, noGroup)).toEqual([])
  })
})

test('what is joined is joined only if there is such a group, which perhaps nobody knows, whoever asked for it', () => {
  const unsure = (directory: Directory, makes: (group: string) => boolean) => {
    const memberships = new Memberships(['kept', 'left'])
    memberships.remove('left', gone)
    for (const group of ['kept', 'new', 'there']) memberships.add(group, name)
    memberships.add('by-rule', rule)
    memberships.add('usual', { by: 'default' })
    return memberships.list(directory, makes).flatMap(({ group, onlyIfThere }) => (onlyIfThere ? [group] : []))
  }
  expect(unsure(unknownDirectory, noGroup)).toEqual(['new', 'there', 'by-rule', 'usual'])
  expect(unsure({ accounts: [], someGroups: ['There', 'usual'] }, noGroup)).toEqual(['new', 'by-rule'])
  expect(unsure({ accounts: [], groups: ['new', 'there', 'by-rule', 'usual'] }, noGroup)).toEqual([])
  expect(unsure(unknownDirectory, theseGroups(['New', 'there']))).toEqual(['by-rule', 'usual'])
})
