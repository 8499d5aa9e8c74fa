import { afterEach, describe, expect, test, vi } from 'vitest'
import { verify } from '../../src/session/verify'
import { attackTokens } from '../conformance/attacks'
import { isAccepted } from '../conformance/judge'
import { good, keys, mintText, now } from './mint'
import { isWithoutVectors } from './vectors'

describe.skipIf(isWithoutVectors)('attack tokens after RFC 8725 and public lists', () => {
  afterEach(() => vi.unstubAllGlobals())

  test.each(attackTokens.trials.map(({ name, exhibit }) => [name.slice(0, 60), exhibit] as const))(
    '%s: no address is asked for, and no prototype touched',
    async (_, exhibit) => {
      const asked = vi.fn()
      vi.stubGlobal('fetch', asked)
      await isAccepted(exhibit)
      expect(asked).not.toHaveBeenCalled()
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )
})

describe('tokens that are too much', () => {
  const list = '['.repeat(20_000) + ']'.repeat(20_000)
  test.each<[string, string, object, boolean]>([
    ['a key name of 100,000 letters', JSON.stringify(good), { kid: 'x'.repeat(100_000) }, false],
    ['20,000 levels of nesting', JSON.stringify(good).replace('{', `{"deep":${list},`), {}, true],
    ['20,000 levels of nesting for an issuer', JSON.stringify(good).replace(/"iss":"[^"]+"/, `"iss":${list}`), {}, false],
    ['a claim of 1 MiB', JSON.stringify({ ...good, long: 'x'.repeat(1024 * 1024) }), {}, false],
  ])('a signed token with %s breaks nothing', async (_, claims, header, isTaken) => {
    const expected = { issuer: good.iss, clientId: good.aud, now, isFresh: true }
    const { verification } = await verify(await mintText(claims, header), keys, expected)
    expect(verification.verified).toBe(isTaken)
  })
})
