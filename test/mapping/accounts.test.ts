import { expect, test } from 'vitest'
import { byEmail, byUsername } from '../../src/mapping/accounts'
import type { Account, Directory } from '../../src/mapping/directory'
import type { MappingInput } from '../../src/mapping/semantics'

const ann: Account = { username: 'ann', exists: true, email: 'Ann@acme.com' }
const bob: Account = { username: 'bob', exists: true, email: 'bob@acme.com' }
const input = (accounts: Directory['accounts'], assume: MappingInput['assume'] = 'new') =>
  ({ directory: { accounts }, assume }) as MappingInput

test('an account is found by its user name, or known not to be there, or taken for granted either way', () => {
  expect(byUsername(input([bob, ann]), 'ANN')).toEqual({ isNew: false, isKnown: true, account: ann })
  expect(byUsername(input([{ username: 'Ann', exists: false }], 'existing'), 'ann')).toEqual({ isNew: true, isKnown: true })
  expect(byUsername(input([bob]), 'ann')).toEqual({ isNew: true, isKnown: false })
  expect(byUsername(input([bob], 'existing'), 'ann')).toEqual({ isNew: false, isKnown: false })
})

test('an account is found by its address in whatever case; that there is none is never known', () => {
  expect(byEmail(input([bob, ann]), 'ann@ACME.com')).toEqual({ isNew: false, isKnown: true, account: ann })
  const others: readonly Account[] = [bob, { username: 'ann', exists: false }, { username: 'carl', exists: true }]
  expect(byEmail(input(others), 'ann@acme.com')).toEqual({ isNew: true, isKnown: false })
  expect(byEmail(input(others, 'existing'), 'ann@acme.com')).toEqual({ isNew: false, isKnown: false })
})

test('several accounts of one address are all named', () => {
  const other: Account = { username: 'ann2', exists: true, email: 'ann@acme.com' }
  expect(byEmail(input([ann, bob, other]), 'ann@acme.com')).toEqual({ isNew: false, isKnown: true, several: ['ann', 'ann2'] })
})
