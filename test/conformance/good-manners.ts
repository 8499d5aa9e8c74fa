import { expect } from 'vitest'
import type { Seen } from '../session/misbehaving-op'

/** Expects that scopes, nonce, state and S256 went out, that tokens travelled in headers and bodies alone, and that there was no secret. */
export function expectGoodManners(seen: readonly Seen[]): void {
  const asked = seen.find(({ endpoint }) => endpoint === 'authorization')?.url.searchParams
  expect(asked?.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['openid', 'profile', 'email']))
  expect(asked?.get('code_challenge_method')).toBe('S256')
  for (const name of ['nonce', 'state', 'code_challenge']) expect(asked?.get(name)).toMatch(/^.{16,}$/)
  for (const { endpoint, url, headers, form } of seen) {
    if (endpoint !== 'authorization') expect(url.search).toBe('')
    expect(form.has('client_secret')).toBe(false)
    if (endpoint === 'userinfo') expect(headers.get('authorization')).toMatch(/^Bearer ./)
    else expect(headers.has('authorization')).toBe(false)
  }
}
