import { beforeEach, expect, test, vi } from 'vitest'
import { attemptMark } from '../../../src/login-page/attempt'
import { seeFailure } from '../../../src/platform/watch/late-guard'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const path = `login.action?os_destination=%2Fdisplay%2FDS%2FPage${attemptMark}Timeline`
beforeEach(async () => {
  reset()
  configureDoor()
  await seeVisit(request(path, { requestId: 'chain' }))
})

test('a chain of redirects that the browser cuts short ends on the login page that it came back to', async () => {
  await seeFailure(request(path, { requestId: 'chain' }))
  expect(world.sentTo).toEqual([door.baseUrl + path])
})

test('a chain is helped once: the page that is opened instead may fail by itself', async () => {
  await seeFailure(request(path, { requestId: 'chain' }))
  await seeFailure(request(path, { requestId: 'chain' }))
  expect(world.sentTo).toHaveLength(1)
})

test('another request that fails in that tab, or that one’s number in another tab, moves no tab', async () => {
  await seeFailure(request('display/DS/Other', { requestId: 'another' }))
  await seeFailure(request(path, { requestId: 'chain', tabId: 8 }))
  expect(world.sentTo).toEqual([])
})
