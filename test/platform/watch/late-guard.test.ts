import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attemptMark } from '../../../src/login-page/attempt'
import { seeArrived, seeFailure } from '../../../src/platform/watch/late-guard'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const path = `login.action?os_destination=%2Fdisplay%2FDS%2FPage${attemptMark}Timeline`
const at = Date.parse('2026-11-02T08:00:00Z')
beforeEach(async () => {
  reset()
  vi.useFakeTimers({ now: at, toFake: ['Date'] })
  configureDoor()
  await seeVisit(request(path, { requestId: 'chain' }))
})
afterEach(() => void vi.useRealTimers())

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

test('somebody who leaves or stops the login page that it came back to is not brought back, once it has answered', async () => {
  await seeArrived(request(path, { requestId: 'chain', statusCode: 200 }))
  await seeFailure(request(path, { requestId: 'chain' }))
  expect(world.sentTo).toEqual([])
})

test('nor while it takes its time: a chain that the browser cuts short ends at once', async () => {
  await seeFailure(request(path, { requestId: 'chain', timeStamp: at + 2000 }))
  expect(world.sentTo).toEqual([])
})

test('a login page that redirects has not answered yet', async () => {
  await seeArrived(request(path, { requestId: 'chain', statusCode: 302 }))
  await seeFailure(request(path, { requestId: 'chain' }))
  expect(world.sentTo).toHaveLength(1)
})
