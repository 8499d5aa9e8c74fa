import { beforeEach, expect, test, vi } from 'vitest'
import { note } from '../../../src/platform/watch/journal'
import { reset, world } from '../../ui/fake-browser'
import { door } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(reset)
const page = {
  host: 'Confluence',
  kind: 'login',
  baseUrl: door.baseUrl,
  startLink: `${door.baseUrl}plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FSECRET`,
  appRedirects: false,
  evidence: { host: ['/login.action'], kind: [] },
} as const
const noted = (at: number) => ({
  at,
  tabId: 7,
  url: `${door.baseUrl}login.action;jsessionid=SECRET?os_destination=%2Fdisplay%2FSECRET#SECRET`,
  decision: { act: 'redirect', to: page.startLink, because: { code: 'told-to-redirect' } } as const,
  page,
})
const journal = () => world.session['journal'] as { at: number; address: string }[]

test('what is written down of a decision says on which page, and not where the person wanted to go', async () => {
  await note(noted(1))
  expect(journal()[0]).toMatchObject({ address: `${door.baseUrl}login.action`, page: { kind: 'login' } })
  expect(JSON.stringify(world.session)).not.toMatch(/SECRET|destination|return_to/i)
})

test('the last twenty decisions are kept, newest first', async () => {
  for (let at = 1; at <= 25; at += 1) await note(noted(at))
  expect(journal().map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index))
})
