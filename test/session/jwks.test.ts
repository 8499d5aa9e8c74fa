import { afterEach, expect, test, vi } from 'vitest'
import { keysAt } from '../../src/session/jwks'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['runs on', 600],
  ['is put back', -600],
])('a key that an issuer withdraws is trusted for ten minutes and no longer, though the clock %s', async (_, passed) => {
  const address = `https://op.example/jwks?${passed}`
  const at = 1_800_000_000
  const published = [{ kty: 'RSA', kid: 'leaked' }]
  vi.stubGlobal('fetch', async () => Response.json({ keys: published }))
  await keysAt(address, at)
  published.pop()
  expect(await keysAt(address, at + passed - Math.sign(passed))).toEqual([{ kty: 'RSA', kid: 'leaked' }])
  expect(await keysAt(address, at + passed)).toEqual([])
})
