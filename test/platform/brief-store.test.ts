import { beforeEach, expect, test, vi } from 'vitest'
import { readBrief } from '../../src/platform/brief-store'
import { resolve } from '../../src/settings/resolve'
import { reset, world } from '../ui/fake-browser'
import { settings, site } from '../ui/settings'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
vi.mock('../../src/settings/resolve', async (original) => {
  const { resolve, ...others } = await original<typeof import('../../src/settings/resolve')>()
  return { ...others, resolve: vi.fn(resolve) }
})

beforeEach(() => {
  reset()
  vi.mocked(resolve).mockClear()
  world.local = { settings }
})

test('settings that somebody has read before are not read again', async () => {
  const first = await readBrief()
  expect(first).toMatchObject({ sites: [{ baseUrl: site.baseUrl, enabled: true }], listsAreLocked: false })
  expect(await readBrief()).toEqual(first)
  expect(resolve).toHaveBeenCalledTimes(1)
})

test('settings that have changed are read anew', async () => {
  await readBrief()
  world.local['settings'] = { ...settings, sites: [] }
  expect((await readBrief()).sites).toEqual([])
})

test('so are those of a policy that has changed', async () => {
  await readBrief()
  world.local['policy'] = { lockLists: true, sites: [{ baseUrl: 'https://other.example/' }] }
  world.managed = { lockLists: true, sites: [{ baseUrl: 'https://other.example/' }] }
  expect(await readBrief()).toMatchObject({ sites: [{ baseUrl: 'https://other.example/' }], listsAreLocked: true })
})

test('what another version of Latchkey has kept is not taken for its own', async () => {
  const first = await readBrief()
  world.local['brief'] = { digest: 'another', json: JSON.stringify({ ...first, sites: [] }) }
  expect(await readBrief()).toEqual(first)
})

test('where nothing can be stored, the settings are read each time', async () => {
  world.isFull = true
  expect((await readBrief()).sites).toHaveLength(1)
  expect((await readBrief()).sites).toHaveLength(1)
})
