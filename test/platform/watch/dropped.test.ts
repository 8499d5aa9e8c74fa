import { beforeEach, expect, test, vi } from 'vitest'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))
const { dropSession } = vi.hoisted(() => ({ dropSession: vi.fn() }))
vi.mock('../../../src/platform/sign-in', () => ({ dropSession }))

const pool = { region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example' }
const configure = (site: object) => {
  const providers = [
    { id: 'staff', ...pool },
    { id: 'partners', ...pool },
  ]
  world.local['settings'] = { version: 1, sites: [{ baseUrl: door.baseUrl, ...site }], providers }
}

beforeEach(() => {
  reset()
  configureDoor()
  dropSession.mockClear()
})

test.each(['logout.action', 'login.action?logout=true'])(
  'Latchkey’s own tokens for the site’s provider, and no other’s, go with %s',
  async (path) => {
    configure({ provider: 'partners' })
    await seeVisit(request(path))
    expect(dropSession.mock.calls).toEqual([['partners']])
  },
)

test('they go as well where the site has no pause', async () => {
  configure({ provider: 'staff', holdOffSeconds: 0 })
  await seeVisit(request('logout.action'))
  expect(dropSession.mock.calls).toEqual([['staff']])
})

test('whoever only asks for a login page keeps them', async () => {
  configure({ provider: 'partners' })
  await seeVisit(request('login.action?os_destination=%2Fx'))
  expect(dropSession).not.toHaveBeenCalled()
})
