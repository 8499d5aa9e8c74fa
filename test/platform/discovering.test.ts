import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askDue, askSite } from '../../src/platform/discovering'
import type { Discovery } from '../../src/setup/discovery'
import { reset, world } from '../ui/fake-browser'
import { configureDoor, door } from './watch/watch'

vi.mock('../../src/platform/browser', () => import('./watch/watch'))

const start = `${door.baseUrl}plugins/servlet/samlsso`
const learned: Discovery = { at: 1, known: { ssoApp: 'resolution' }, from: 'login-page', asked: [] }
const kept = () => (world.local['discovered'] as Record<string, Discovery>)[door.baseUrl]

/** A server that knows nothing of our questions, and answers so where SSO starts. */
const answers = (atStart: () => Promise<Response> | Response) =>
  vi.stubGlobal('fetch', async (address: string) => (address === start ? atStart() : new Response('', { status: 404 })))

beforeEach(() => {
  reset()
  configureDoor()
  world.granted = ['https://wiki.acme.com/*']
  world.local['discovered'] = { [door.baseUrl]: learned }
})
afterEach(() => vi.unstubAllGlobals())

test('an app that was removed from the server is forgotten, so that people get the login page again', async () => {
  answers(() => new Response('', { status: 404 }))
  await askSite(door.baseUrl)
  expect(kept()).not.toHaveProperty('known')
  expect(kept()?.at).toBeGreaterThan(1)
})

test.each<[string, () => Promise<Response> | Response]>([
  ['leads to the sign-in page', () => ({ type: 'opaqueredirect' }) as Response],
  ['is in trouble', () => new Response('', { status: 503 })],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
])('an app whose start %s is kept', async (_, atStart) => {
  answers(atStart)
  await askSite(door.baseUrl)
  expect(kept()).toMatchObject({ known: learned.known, from: 'login-page' })
})

test.each<[string, unknown]>([
  ['a list of questions that is none', { at: Date.now(), asked: 'half of' }],
  ['a question that is none', { at: Date.now(), asked: [null] }],
  ['a time that is none', { at: 'today', asked: [] }],
])('a site of which %s is stored is asked anew, as if nothing were known of it', async (_, damaged) => {
  world.local['discovered'] = { [door.baseUrl]: damaged }
  answers(() => new Response('', { status: 404 }))
  await askDue()
  expect(kept()?.asked?.map(({ ending }) => ending)).toContain('not-there')
})
