import { beforeEach, expect, test, vi } from 'vitest'
import { restoreKeeping } from '../../../src/platform/watch'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, origin, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(async () => {
  reset()
  sessionRules.length = 0
  configureDoor()
  await seeVisit(request('login.action?os_destination=%2Fdisplay%2FDS%2FPage#Timeline'))
})

test('a tab has rules for the page that it asked for, and for being led back', () => {
  expect(sessionRules.map(({ condition }) => condition.tabIds)).toEqual([[7], [7], [7]])
})

test('a tab that asked for a page without an anchor has rules for being led back alone', async () => {
  await seeVisit(request('login.action?os_destination=%2Fdisplay%2FDS%2FPage'))
  expect(sessionRules).toHaveLength(2)
})

test.each([
  { what: 'switched off', doors: [{ ...door, enabled: false, ruled: false }] },
  { what: 'taken out of the settings', doors: [] },
])('a site that is $what has none, until it is in force again', async ({ doors }) => {
  world.local[origin] = doors
  await restoreKeeping()
  expect(sessionRules).toEqual([])
  world.local[origin] = [door]
  await restoreKeeping()
  expect(sessionRules).toHaveLength(3)
})
