// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://wiki.acme.com/confluence/login.action?os_destination=%2Fx" }
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { circumstances } from '../../src/door/circumstances'
import { hosts } from '../../src/hosts'
import { decide } from '../../src/login-page/decide'
import type { Door } from '../../src/login-page/door'
import { ssoApps } from '../../src/sso-apps'
import { door } from '../platform/watch/watch'

const left = vi.hoisted(() => ({ doors: [] as unknown[] }))
vi.mock('../../src/platform/content-storage', () => ({
  readForContent: async () => ({ doors: left.doors, signs: { hosts, apps: ssoApps }, standBacks: {} }),
}))

const opened = vi.fn()
beforeEach(() => {
  const store = sessionStorage
  opened.mockClear()
  sessionStorage.setItem('latchkey.form', JSON.stringify([Date.now()]))
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ redirectCount: 0 } as PerformanceNavigationTiming])
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    opened()
    return store
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

async function decided(site: Partial<Door>): Promise<string> {
  left.doors = [{ ...door, ...site }]
  const seen = await circumstances()
  if (!seen) throw new Error('nobody’s door')
  return decide(seen.fromAddress).because.code
}

test('a site that only offers never opens the tab’s store, which takes longer than all else on its login page', async () => {
  expect(await decided({ onLoginPage: 'offer' })).toBe('told-to-offer')
  expect(opened).not.toHaveBeenCalled()
})

test.each<Partial<Door>>([{ onLoginPage: 'redirect' }, { onLoginPage: 'offer', anonymous: 'sign-in' }])(
  'where people may be sent away, the tab’s store is asked whether the plain form was wanted: %o',
  async (site) => {
    expect(await decided(site)).toBe('backdoor-earlier')
    expect(opened).toHaveBeenCalled()
  },
)
