import { afterEach, expect, test, vi } from 'vitest'
import { revoke } from '../../src/session/revoke'

afterEach(() => vi.unstubAllGlobals())

const revoked = (status: number, body: string | null = null) => {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
  return revoke('https://op.example/revoke', 'refresh-1', 'latchkey')
}

test('a pool that answers 200 has revoked the token', async () => {
  await expect(revoked(200)).resolves.toBeUndefined()
})

test.each(['invalid_request', 'unsupported_token_type'])(
  'a pool that says %s revokes none, which nobody has to hear of at each sign-out',
  async (error) => {
    await expect(revoked(400, JSON.stringify({ error }))).resolves.toBeUndefined()
  },
)

test.each([302, 400, 401, 403, 404, 500])('where it answers %i, the token may live on', async (status) => {
  await expect(revoked(status)).rejects.toMatchObject({ problem: { code: 'answer-unreadable', status } })
})

test.each(['<h1>Bad Request</h1>', 'null', '[]', '{"error":"invalid_client"}', '{"error":["invalid_request"]}'])(
  'a 400 that says %s is a proxy’s, or about something else',
  async (body) => {
    await expect(revoked(400, body)).rejects.toMatchObject({ problem: { code: 'answer-unreadable', status: 400 } })
  },
)

test('a refresh token goes to the endpoint alone, and is waited for no longer than for any other answer', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, how: RequestInit) => {
    asked.push(how)
    return new Response()
  })
  await revoke('https://op.example/revoke', 'refresh-1', 'latchkey')
  expect(asked).toMatchObject([{ method: 'POST', redirect: 'manual', credentials: 'omit', signal: expect.any(AbortSignal) as AbortSignal }])
  expect(String(asked[0]?.body)).toBe('token=refresh-1&client_id=latchkey')
})
