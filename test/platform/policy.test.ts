import { beforeEach, expect, test, vi } from 'vitest'
import { readPolicy } from '../../src/platform/policy'
import { loadSettings } from '../../src/platform/stores'
import { browser, reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
beforeEach(reset)

const policy = { lockLists: true }

test('policy is read anew each time, and remembered for a browser that is slow to say it', async () => {
  world.managed = policy
  expect(await readPolicy()).toEqual(policy)
  vi.spyOn(browser.storage.managed, 'get').mockReturnValueOnce(new Promise(() => {}))
  expect(await readPolicy()).toEqual(policy)
})

test('an answer that comes late is taken in then', async () => {
  let answer = (_: Record<string, unknown>) => {}
  vi.spyOn(browser.storage.managed, 'get').mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve
    }),
  )
  expect(await readPolicy()).toEqual({})
  answer(policy)
  await vi.waitFor(() => expect(world.local['policy']).toEqual(policy))
})

test('a policy that was taken back is forgotten, also where the browser then says that there is none', async () => {
  world.managed = policy
  await readPolicy()
  world.hasPolicy = false
  expect(await readPolicy()).toEqual({})
  expect(world.local['policy']).toEqual({})
})

test('the person’s own values come back when policy goes', async () => {
  world.local['settings'] = { version: 1, sites: [{ baseUrl: 'https://wiki.acme.com/', onLoginPage: 'stay' }] }
  world.managed = { sites: [{ baseUrl: 'https://wiki.acme.com/', onLoginPage: 'redirect' }] }
  expect((await loadSettings()).settings.sites[0]?.onLoginPage).toBe('redirect')
  world.hasPolicy = false
  expect((await loadSettings()).settings.sites[0]?.onLoginPage).toBe('stay')
})
