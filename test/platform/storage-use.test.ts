import { beforeEach, expect, test, vi } from 'vitest'
import { storageUse } from '../../src/platform/storage-use'
import { browser, reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

const quota = 10 * 1024 * 1024
beforeEach(() => {
  reset()
  vi.restoreAllMocks()
})

test('storage is as full as the browser says, which counts small things for more than they are written with', async () => {
  vi.spyOn(browser.storage.session, 'getBytesInUse').mockResolvedValue(9_000_000)
  expect(await storageUse()).toEqual({ area: 'session', used: 9_000_000, quota })
})

test('of two areas the fuller counts, each by its own limit', async () => {
  vi.spyOn(browser.storage.local, 'getBytesInUse').mockResolvedValue(4_000_000)
  vi.spyOn(browser.storage.session, 'getBytesInUse').mockResolvedValue(5_000_000)
  vi.spyOn(browser.storage.local, 'QUOTA_BYTES', 'get').mockReturnValue(5_000_000)
  expect(await storageUse()).toEqual({ area: 'local', used: 4_000_000, quota: 5_000_000 })
})

test('Firefox’s local storage, which has no limit but the disk’s, is never said to be full', async () => {
  world.local['setAside'] = 'x'.repeat(30_000_000)
  vi.spyOn(browser.storage.local, 'QUOTA_BYTES', 'get').mockReturnValue(undefined)
  vi.spyOn(browser.storage.session, 'QUOTA_BYTES', 'get').mockReturnValue(undefined)
  expect(await storageUse()).toEqual({ area: 'session', used: 2, quota })
})
