import { afterEach, describe, expect, test, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import { isRenewable, renew } from '../../src/session/renew'
import type { Session } from '../../src/session/session'
import { callback } from '../stand-ins/cognito/scene'
import { failing, portsFor } from './browser-ports'
import { cognitoAttempts } from './cognito-attempts'

afterEach(() => vi.useRealTimers())

describe.each([
  ['keeps its refresh tokens', false],
  ['rotates them, and calls each renewal a new login', true],
])('a session of a pool that %s', (_, rotatesRefreshTokens) => {
  const { attempt, settingsWith, visited, forgetVisits } = cognitoAttempts({ rotatesRefreshTokens })
  const renewed = async (session: Session) => {
    if (!isRenewable(session)) throw new Error('no refresh token')
    const { ports } = portsFor(callback, failing('sign-in-busy'))
    const outcome = await renew(session, { settings: settingsWith(), provider: cognito, ports })
    if (!('session' in outcome)) throw new Error(JSON.stringify(outcome.problem))
    return outcome.session
  }

  test('is renewed again and again, without a window', async () => {
    const { outcome } = await attempt()
    if (!('session' in outcome)) throw new Error(outcome.problem.code)
    const first = outcome.session
    forgetVisits()
    let last = first
    for (const hours of [1, 2, 3]) {
      vi.useFakeTimers({ toFake: ['Date'], now: (first.signedInAt + hours * 3600) * 1000 })
      last = await renewed(last)
      expect(last.expiresAt).toBeGreaterThan(first.expiresAt + (hours - 1) * 3600)
      expect(last.verification.verified).toBe(true)
    }
    expect(last.claims['sub']).toBe(first.claims['sub'])
    expect(last.signedInAt, 'the person has signed in once').toBe(first.signedInAt)
    expect(last.refreshToken === first.refreshToken).toBe(!rotatesRefreshTokens)
    expect(visited('/oauth2/token')).toBe(3)
  })
})
