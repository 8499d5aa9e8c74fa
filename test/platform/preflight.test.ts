import { afterEach, expect, test, vi } from 'vitest'
import { preflight } from '../../src/platform/preflight'
import { reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
afterEach(() => {
  vi.unstubAllGlobals()
  reset()
})

const url = 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize?client_id=7abc'

/** A server whose sign-in page answers so; gives what it was asked. */
function answering(answer: () => Promise<Response>): RequestInit[] {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, how: RequestInit) => {
    asked.push(how)
    return answer()
  })
  return asked
}
const grant = () => void world.granted.push('https://acme.auth.eu-west-1.amazoncognito.com/*')

test('nobody asks a host that was not granted', async () => {
  const asked = answering(async () => new Response('ok'))
  await expect(preflight(url)).resolves.toBeUndefined()
  expect(asked).toEqual([])
})

test('the page is asked for as by nobody in particular, and not for ever', async () => {
  grant()
  const asked = answering(async () => new Response('<p>Sign in', { headers: { date: 'Fri, 15 Jan 2027 08:00:00 GMT' } }))
  await expect(preflight(url)).resolves.toEqual({ url: '', status: 200, serverTime: 1_800_000_000 })
  expect(asked).toMatchObject([{ credentials: 'omit', cache: 'no-store' }])
  expect(asked[0]?.signal).toBeInstanceOf(AbortSignal)
})

test('of an error page the beginning is read', async () => {
  grant()
  answering(async () => new Response('x'.repeat(100_000), { status: 403 }))
  const page = await preflight(url)
  expect(page).toMatchObject({ status: 403 })
  expect(page?.text).toHaveLength(64 * 1024)
})

test('where nothing answers nothing is known', async () => {
  grant()
  answering(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(preflight(url)).resolves.toBeUndefined()
})
