import { expect, test } from 'vitest'
import { type Installation, isFirstRun } from '../../src/setup/first-run'

const byAPerson: Installation = { reason: 'install', installType: 'normal', isOrganisations: false, isWelcome: true, hasSites: false }

test('a person who has just installed Latchkey is welcomed, from a store or from a folder', () => {
  expect(isFirstRun(byAPerson)).toBe(true)
  expect(isFirstRun({ ...byAPerson, installType: 'development' })).toBe(true)
})

test.each<[string, Partial<Installation>]>([
  ['after an update of Latchkey', { reason: 'update' }],
  ['after an update of the browser', { reason: 'browser_update' }],
  ['where an administrator has installed it', { installType: 'admin' }],
  ['in an organisation’s own build', { isOrganisations: true }],
  ['where policy says so', { isWelcome: false }],
  ['where policy has named sites already', { hasSites: true }],
])('nobody is welcomed %s', (_, differently) => {
  expect(isFirstRun({ ...byAPerson, ...differently })).toBe(false)
})
