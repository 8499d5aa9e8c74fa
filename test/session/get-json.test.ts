import { afterEach, describe, expect, test, vi } from 'vitest'
import { getJson } from '../../src/session/get-json'
import { mayPass } from '../../src/session/renew'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an endpoint that leads elsewhere is not followed there: neither are its words another’s, nor does a token go there', async () => {
  // As browsers have it, one that is not followed has no status and says nothing.
  vi.stubGlobal('fetch', async (_: string, { redirect }: RequestInit) => (redirect === 'manual' ? Response.error() : Response.json({})))
  const asked = getJson('https://op.example/userinfo', { authorization: 'Bearer x' })
  await expect(asked).rejects.toMatchObject({ problem: { code: 'answer-unreadable', address: 'https://op.example/userinfo' } })
})

test('an endpoint is asked by nobody in particular, and answers itself', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, how: RequestInit) => {
    asked.push(how)
    return Response.json({})
  })
  await getJson('https://op.example/jwks')
  expect(asked).toMatchObject([{ credentials: 'omit', cache: 'no-store' }])
})

test.each([
  ['soon', '1', 2],
  ['later than a person waits', '6', 1],
])('an endpoint that is busy and wants to be asked %s is asked so', async (_, seconds, times) => {
  let asked = 0
  vi.stubGlobal('fetch', async () => {
    asked += 1
    return new Response('', { status: 503, headers: { 'retry-after': seconds } })
  })
  await expect(getJson('https://op.example/jwks')).rejects.toMatchObject({ problem: { code: 'provider-busy', status: 503 } })
  expect(asked).toBe(times)
})

describe('an endpoint that fails', () => {
  /** How often it is asked, and what is said of it in the end. */
  async function failing(answer: () => Response | Promise<Response>) {
    const asked = vi.fn(async () => answer())
    vi.stubGlobal('fetch', asked)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const ended = getJson('https://op.example/jwks?secret=1').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(5000)
    return { times: asked.mock.calls.length, problem: ((await ended) as { problem?: unknown }).problem }
  }
  const address = 'https://op.example/jwks'
  const refused = (status: number, headers = {}) => new Response('', { status, headers })
  const cut = () => Promise.reject(new TypeError('Failed to fetch'))
  const silent = () => Promise.reject(new DOMException('signal timed out', 'TimeoutError'))

  test.each<[string, () => Response | Promise<Response>, number, object]>([
    ['by 429 is asked twice', () => refused(429), 2, { code: 'provider-busy', address, status: 429 }],
    ['by 500 is asked twice', () => refused(500), 2, { code: 'provider-busy', address, status: 500 }],
    [
      'and wants five seconds is asked twice',
      () => refused(503, { 'retry-after': '5' }),
      2,
      { code: 'provider-busy', address, status: 503 },
    ],
    ['by a cut line is asked twice', cut, 2, { code: 'provider-unreachable', address }],
    ['by silence is asked once', silent, 1, { code: 'provider-unreachable', address }],
    ['by a page is asked once', () => new Response('<html>'), 1, { code: 'answer-unreadable', address, status: 200 }],
    ['by 404 is asked once', () => refused(404), 1, { code: 'answer-unreadable', address, status: 404 }],
  ])('%s', async (_, answer, times, problem) => expect(await failing(answer)).toEqual({ times, problem }))
})

test('an answer of 1 MiB is read, and one of a character more is not', async () => {
  const mebibyte = `"${'x'.repeat(1024 * 1024 - 2)}"`
  vi.stubGlobal('fetch', async () => new Response(mebibyte))
  await expect(getJson('https://op.example/jwks')).resolves.toMatchObject({ status: 200 })
  vi.stubGlobal('fetch', async () => new Response(`${mebibyte} `))
  await expect(getJson('https://op.example/jwks')).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
})

test.each([
  ['provider-unreachable', true],
  ['provider-busy', true],
  ['keys-unreachable', true],
  ['answer-unreadable', true],
  ['login-required', false],
  ['provider-refused', false],
  ['token-refused', false],
  ['settings-changed', false],
] as const)('whether “%s” may pass by itself: %s', (code, passes) => expect(mayPass({ code } as never)).toBe(passes))
