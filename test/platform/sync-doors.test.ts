import { beforeEach, expect, test, vi } from 'vitest'
import { forgetApplied } from '../../src/platform/applied'
import { readDoors, readDoorsAt } from '../../src/platform/door-stores'
import { ruleDoors } from '../../src/platform/rules'
import { syncDoors } from '../../src/platform/sync-doors'
import { reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', async () => {
  const { browser } = await import('../ui/fake-browser')
  return { browser: { ...browser, declarativeNetRequest: { getDynamicRules: async () => rules } } }
})
vi.mock('../../src/platform/rules', () => ({ ruleDoors: vi.fn(async () => [...rules.splice(0, rules.length, {})]) }))
vi.mock('../../src/platform/content-scripts', () => ({ syncScripts: async () => undefined }))
vi.mock('../../src/platform/sync-appearance', () => ({ syncAppearance: async () => undefined }))
vi.mock('../../src/platform/menus', () => ({ syncMenus: async () => undefined }))

const rules: object[] = []
const scripts = { door: 'door.js', countdown: 'countdown.js' }
const written = vi.mocked(ruleDoors).mock.calls

beforeEach(() => {
  reset()
  rules.length = 0
  written.length = 0
  world.managed = { sites: Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.acme.com/` })) }
})

test('rules are written once for a change, however often the browser starts', async () => {
  for (let start = 0; start < 3; start += 1) await syncDoors(scripts)
  expect(written.length).toBe(1)
  world.managed = { sites: [] }
  await syncDoors(scripts)
  await syncDoors(scripts)
  expect(written.length).toBe(2)
})

test('a host that is allowed or taken back is such a change, and so is an update', async () => {
  await syncDoors(scripts)
  world.granted = ['https://wiki7.acme.com/*']
  await syncDoors(scripts)
  expect(written.length).toBe(2)
  await forgetApplied()
  await syncDoors(scripts)
  expect(written.length).toBe(3)
})

test('rules that the browser has lost are written again', async () => {
  await syncDoors(scripts)
  rules.length = 0
  await syncDoors(scripts)
  expect(written.length).toBe(2)
})

test('a change in which the background was killed is no hindrance to what was there before', async () => {
  await syncDoors(scripts)
  world.managed = { sites: [] }
  vi.mocked(ruleDoors).mockImplementationOnce(async () => {
    throw new Error('killed')
  })
  await syncDoors(scripts).catch(() => undefined)
  world.managed = { sites: Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.acme.com/` })) }
  await syncDoors(scripts)
  expect(written.length).toBe(3)
})

test('of many changes at once the first and the last are enough', async () => {
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      world.local['settings'] = { sites: [{ baseUrl: `https://own${index}.acme.com/` }] }
      return syncDoors(scripts)
    }),
  )
  expect(written.length).toBeLessThanOrEqual(2)
  expect((await readDoors()).map(({ baseUrl }) => baseUrl)).toContain('https://own49.acme.com/')
})

test('half a character in the settings of one site costs no site its door', async () => {
  const half = 'plain=\ud83d'
  world.managed = {
    sites: [{ baseUrl: 'https://a.acme.com/', backdoor: { parameter: half }, relayState: half }, { baseUrl: 'https://b.acme.com/' }],
  }
  await syncDoors(scripts)
  expect(await readDoors()).toMatchObject([
    { baseUrl: 'https://a.acme.com/', backdoor: 'plain=%EF%BF%BD' },
    { baseUrl: 'https://b.acme.com/' },
  ])
})

test('whoever asks about a page reads no door of another origin', async () => {
  const baseUrls = ['https://a.acme.com/wiki/', 'https://b.acme.com/', 'https://a.acme.com/docs/', 'https://a.acme.com:8443/']
  world.managed = { sites: baseUrls.map((baseUrl) => ({ baseUrl })) }
  await syncDoors(scripts)
  const at = async (...addresses: string[]) => (await readDoorsAt(...addresses)).map(({ baseUrl }) => baseUrl)
  expect(await at('https://a.acme.com/docs/login.action')).toEqual([baseUrls[0], baseUrls[2]])
  expect(await at('https://b.acme.com/', 'https://a.acme.com:8443/x', 'https://b.acme.com/y')).toEqual([baseUrls[1], baseUrls[3]])
  expect(await at('https://news.example/')).toEqual([])
  expect(await at()).toEqual([])
})

test('of a site that is taken out of the settings nothing is left in storage', async () => {
  world.managed = { sites: [{ baseUrl: 'https://a.acme.com/' }, { baseUrl: 'https://b.acme.com/' }] }
  await syncDoors(scripts)
  world.managed = { sites: [{ baseUrl: 'https://b.acme.com/' }] }
  await syncDoors(scripts)
  expect(JSON.stringify(world.local)).not.toContain('a.acme.com')
  expect((await readDoors()).map(({ baseUrl }) => baseUrl)).toEqual(['https://b.acme.com/'])
})

test.each<[string, unknown]>([
  ['a number', 7],
  ['nothing', null],
  ['a start that is none', { at: 1, known: { ssoApp: 'miniorange', start: 7 } }],
  ['half of an app', { at: 1, known: 'minior' }],
  ['providers that are none', { at: 1, known: { ssoApp: 'miniorange', choices: [null] } }],
  ['an emergency way in of another form', { at: 1, known: { ssoApp: 'miniorange', backdoor: ['nosso'] } }],
])('%s in the place of what was found out about one site costs no site its door', async (_, damaged) => {
  world.managed = { sites: ['a', 'b'].map((host) => ({ baseUrl: `https://${host}.acme.com/`, onLoginPage: 'redirect' })) }
  world.local['discovered'] = { 'https://a.acme.com/': damaged, 'https://b.acme.com/': { at: 1, known: { ssoApp: 'miniorange' } } }
  await syncDoors(scripts)
  const [a, b] = await readDoors()
  expect(a).toMatchObject({ baseUrl: 'https://a.acme.com/', buttonText: 'Log in with AWS Cognito' })
  expect(a).not.toHaveProperty('ssoApp')
  expect(b).toMatchObject({ baseUrl: 'https://b.acme.com/', ssoApp: 'miniorange' })
})
