import { afterEach, expect, test, vi } from 'vitest'
import { revoke } from '../../src/session/revoke'

afterEach(() => vi.unstubAllGlobals())

const revoked = (status: number) => {
  vi.stubGlobal('fetch', async () => new Response(null, { status }))
  return revoke('https://op.example/revoke', 'refresh-1', 'latchkey')
}

test.each([200, 400])('a pool that answers %i has no token left that could be revoked', async (status) => {
  await expect(revoked(status)).resolves.toBeUndefined()
})

test.each([302, 401, 403, 404, 500])('where it answers %i, the token may live on', async (status) => {
  await expect(revoked(status)).rejects.toMatchObject({ problem: { code: 'answer-unreadable', status } })
})

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
