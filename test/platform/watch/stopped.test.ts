import { beforeEach, expect, test, vi } from 'vitest'
import { attemptMark } from '../../../src/login-page/attempt'
import { restoreKeeping, watchDoors } from '../../../src/platform/watch'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, listeners, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(() => {
  reset()
  configureDoor()
  watchDoors(() => '')
})

/** The browser tells of a request; resolves when what is done about it is done. */
async function tell(event: keyof typeof listeners, details: never): Promise<void> {
  for (const listener of listeners[event]) listener(details)
  await restoreKeeping()
}

test('whoever leaves or stops a login page that SSO led back to, before it answers, is not brought back to it', async () => {
  const led = request(`login.action?os_destination=%2Fdisplay%2FDS%2FPage${attemptMark}`, { requestId: 'chain' })
  await tell('onBeforeRequest', led)
  await tell('onErrorOccurred', led)
  expect(world.session['keeping']).toMatchObject({ guards: [{ because: 'tried-already' }] })
  expect(world.sentTo).toEqual([])
})
