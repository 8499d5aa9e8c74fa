import { beforeEach, expect, test, vi } from 'vitest'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(() => {
  reset()
  sessionRules.length = 0
  configureDoor()
})
const standBacks = () => world.local['standBacks'] as Record<string, { because: string }> | undefined

test.each([
  { what: 'by a link', path: 'logout.action', method: 'GET' },
  { what: 'by a form', path: 'logout.action', method: 'POST' },
  { what: 'at miniOrange’s own servlet', path: 'plugins/servlet/oauth/logout', method: 'GET' },
  { what: 'at an SSO app’s own page', path: 'plugins/servlet/sso-logout', method: 'GET' },
])('a logout $what holds the site off, in every tab', async ({ path, method }) => {
  await seeVisit(request(path, { method }))
  expect(standBacks()?.[door.baseUrl]?.because).toBe('held-off')
  await seeVisit(request('login.action?os_destination=%2Fx', { tabId: 8 }))
  expect(world.session['journal'], 'no redirect is in force for another tab').toBeUndefined()
})

test('a login form that is sent is no logout, and neither is a login page', async () => {
  await seeVisit(request('login.action', { method: 'POST' }))
  await seeVisit(request('login.action?os_destination=%2Fx'))
  expect(standBacks()).toBeUndefined()
})

test('a logout at a wiki that is nobody’s is nobody’s business', async () => {
  await seeVisit(request('', { url: 'https://wiki.stranger.example/logout.action' }))
  expect(standBacks()).toBeUndefined()
})
