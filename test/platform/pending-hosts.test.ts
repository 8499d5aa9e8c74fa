import { afterEach, expect, test, vi } from 'vitest'
import { showPending } from '../../src/platform/pending-hosts'
import { browser, world } from '../ui/fake-browser'

const badge = vi.hoisted(() => ({ text: '' }))
vi.mock('../../src/platform/browser', async () => {
  const { browser } = await import('../ui/fake-browser')
  const action = {
    setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
    setBadgeBackgroundColor: async () => undefined,
    setTitle: async () => undefined,
  }
  return { browser: { ...browser, action } }
})
afterEach(() => vi.useRealTimers())

test('of two counts at once the later one stays on the button, however long the browser takes over the earlier one', async () => {
  vi.useFakeTimers()
  world.managed = { sites: [{ baseUrl: 'https://wiki.acme.com/' }] }
  let answer = (_: { origins: string[] }) => {}
  const slow = new Promise<{ origins: string[] }>((resolve) => {
    answer = resolve
  })
  vi.spyOn(browser.permissions, 'getAll').mockReturnValueOnce(slow)
  const first = showPending()
  await vi.advanceTimersByTimeAsync(0)
  world.granted = ['https://wiki.acme.com/*']
  const second = showPending()
  await vi.advanceTimersByTimeAsync(0)
  answer({ origins: [] })
  await Promise.all([first, second])
  expect(badge.text).toBe('')
})
