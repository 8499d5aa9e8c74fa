import { afterEach, expect, test, vi } from 'vitest'
import { getJson } from '../../src/session/request'

afterEach(() => vi.unstubAllGlobals())

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
