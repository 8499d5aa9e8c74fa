import { beforeEach, expect, test, vi } from 'vitest'
import { missingGrants } from '../../src/platform/grants'
import { browser, reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
beforeEach(reset)

const missingOf = (...baseUrls: string[]) => missingGrants(baseUrls.map((baseUrl) => ({ baseUrl })))

test.each([
  'https://wiki.acme.com/*',
  'https://*.acme.com/*',
  'https://*.wiki.acme.com/*',
  'https://*.com/*',
  'https://*/*',
  '*://wiki.acme.com/*',
  '*://*.acme.com/*',
  '*://*/*',
])('whoever was granted %s may act on the site', async (pattern) => {
  world.granted = [pattern]
  expect(await missingOf('https://wiki.acme.com/confluence/', 'https://wiki.acme.com:8443/')).toEqual([])
})

test.each([
  'http://wiki.acme.com/*',
  'https://acme.com/*',
  'https://other.acme.com/*',
  'https://*.other.com/*',
  'https://*.me.com/*',
  'https://iki.acme.com/*',
  'https://wiki.acme.com.evil.example/*',
  'http://*/*',
  'file:///*',
])('whoever was granted %s may not', async (pattern) => {
  world.granted = [pattern]
  expect(await missingOf('https://wiki.acme.com/confluence/')).toEqual(['https://wiki.acme.com/*'])
})

test('a host is missing once, however many sites it has, and one of plain http is asked for as that', async () => {
  const missing = await missingOf('https://wiki.acme.com/a/', 'https://wiki.acme.com/b/', 'http://localhost:8090/')
  expect(missing).toEqual(['https://wiki.acme.com/*', 'http://localhost/*'])
})

test('the browser is asked once, however many hosts wait: it takes its time over each', async () => {
  const contains = vi.spyOn(browser.permissions, 'contains')
  const getAll = vi.spyOn(browser.permissions, 'getAll')
  world.granted = ['https://w7.acme.com/*', 'https://*.other.example/*']
  const sites = Array.from({ length: 500 }, (_, at) => `https://w${at}.acme.com/`)
  expect(await missingOf(...sites, 'https://wiki.other.example/')).toHaveLength(499)
  expect([contains.mock.calls.length, getAll.mock.calls.length]).toEqual([0, 1])
  contains.mockRestore()
  getAll.mockRestore()
})
