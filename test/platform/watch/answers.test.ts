import { beforeEach, expect, test, vi } from 'vitest'
import { decide } from '../../../src/login-page/decide'
import type { StandBack } from '../../../src/login-page/history'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const form = 'login.action?os_destination=%2Fx'
const seconds = 1000
const standBack = () => (world.local['standBacks'] as Record<string, StandBack> | undefined)?.[door.baseUrl]

beforeEach(() => {
  reset()
  sessionRules.length = 0
  configureDoor()
})

test('a form that was sent to the login page itself keeps its answer: nobody is sent on from it', async () => {
  const at = Date.now()
  await seeVisit(request(form, { method: 'POST', timeStamp: at }))
  expect(standBack()).toEqual({ because: 'not-a-plain-visit', until: at + 10 * seconds })
  const url = new URL(door.baseUrl + form)
  const page = { host: 'Confluence', kind: 'login', baseUrl: door.baseUrl, appRedirects: false, evidence: { host: [], kind: [] } } as const
  const history = { redirects: [], standBack: standBack()?.because, fromLoginPage: false, wasRedirected: false, typed: false }
  expect(decide({ page, url, door, history, now: at })).toMatchObject({ act: 'offer', because: { code: 'not-a-plain-visit' } })
})

test('whoever asks for a page meanwhile is redirected and guarded as ever', async () => {
  await seeVisit(request(form, { method: 'POST' }))
  expect(sessionRules).toEqual([])
  await seeVisit(request(form, { tabId: 8 }))
  expect(world.session['keeping']).toMatchObject({ guards: [{ tabId: 8, because: 'tried-already' }] })
})

test('a pause after a logout is not cut short by it', async () => {
  const held = { because: 'held-off', until: Date.now() + 60 * seconds } as const
  world.local['standBacks'] = { [door.baseUrl]: held }
  await seeVisit(request(form, { method: 'POST' }))
  expect(standBack()).toEqual(held)
})

test.each(['dologin.action', 'authenticate.action'])('a form that is sent to %s says so by its address', async (path) => {
  await seeVisit(request(path, { method: 'POST' }))
  expect(standBack()).toBeUndefined()
})
