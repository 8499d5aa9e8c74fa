import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPolicy } from '../../src/platform/policy'
import { loadSettings } from '../../src/platform/settings-store'
import { browser, reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
beforeEach(reset)
afterEach(() => vi.useRealTimers())

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

test('of a browser that has kept somebody waiting in vain nobody waits again, until it answers', async () => {
  vi.useFakeTimers()
  const answers: ((policy: Record<string, unknown>) => void)[] = []
  const get = vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => new Promise((resolve) => void answers.push(resolve)))
  const isRead = async (read: Promise<unknown>) => Promise.race([read.then(() => true), vi.advanceTimersByTimeAsync(10).then(() => false)])
  const first = readPolicy()
  expect(await isRead(first)).toBe(false)
  await vi.advanceTimersByTimeAsync(150)
  expect(await first).toEqual({})
  expect(await isRead(readPolicy())).toBe(true)
  for (const answer of answers) answer(policy)
  await vi.waitFor(() => expect(world.local['policy']).toEqual(policy))
  const afterwards = readPolicy()
  expect(await isRead(afterwards)).toBe(false)
  answers.at(-1)?.({ lockLists: false })
  expect(await afterwards).toEqual({ lockLists: false })
  get.mockRestore()
})

test('who has something to draw and does not wait makes nobody else not wait', async () => {
  vi.useFakeTimers()
  let answer = (_: Record<string, unknown>) => {}
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  const drawn = readPolicy(0)
  await vi.advanceTimersByTimeAsync(0)
  expect(await drawn).toEqual({})
  const patient = readPolicy()
  await vi.advanceTimersByTimeAsync(100)
  answer(policy)
  expect(await patient).toEqual(policy)
  vi.mocked(browser.storage.managed.get).mockRestore()
})

test.each<[string, () => Promise<Record<string, unknown>>]>([
  ['that there is none', async () => ({})],
  ['that it cannot say', () => Promise.reject(new Error('An unexpected error occurred'))],
])('a browser that says for a moment %s takes no policy back', async (_, answer) => {
  vi.useFakeTimers()
  world.managed = policy
  await readPolicy()
  vi.spyOn(browser.storage.managed, 'get').mockImplementationOnce(answer)
  expect(await nowRead()).toEqual(policy)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(world.local['policy']).toEqual(policy)
})

/** What is read with the usual patience. */
async function nowRead(): Promise<unknown> {
  const read = readPolicy()
  await vi.advanceTimersByTimeAsync(150)
  return read
}

test('a policy that was taken back is forgotten within seconds, also where the browser then says that there is none', async () => {
  vi.useFakeTimers()
  world.managed = policy
  await readPolicy()
  world.hasPolicy = false
  await nowRead()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(world.local['policy']).toEqual({})
  expect(await readPolicy()).toEqual({})
})

test('the person’s own values come back when policy goes', async () => {
  world.local['settings'] = { version: 1, sites: [{ baseUrl: 'https://wiki.acme.com/', onLoginPage: 'stay' }] }
  world.local['policy'] = { sites: [{ baseUrl: 'https://wiki.acme.com/', onLoginPage: 'redirect' }] }
  const onLoginPage = async () => (await loadSettings(0)).settings.sites[0]?.onLoginPage
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const before = onLoginPage()
  await vi.advanceTimersByTimeAsync(0)
  expect(await before).toBe('redirect')
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await loadSettings()).settings.sites[0]?.onLoginPage).toBe('stay')
})

test('a policy that there is no room to remember is in force all the same', async () => {
  Object.assign(world, { managed: policy, isFull: true })
  expect(await readPolicy()).toEqual(policy)
})
