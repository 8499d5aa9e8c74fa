import type { JWK } from 'jose'
import { afterEach, describe, expect, test, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import { verify } from '../../src/session/verify'
import { good, keys, mintText, now } from './mint'
import { isWithoutVectors, vectors } from './vectors'

interface Attacks {
  readonly jwks: { readonly keys: JWK[] }
  readonly issuer: string
  readonly audience: string
  readonly nonce: string
  readonly currentDate: number
  readonly cases: readonly { readonly name: string; readonly jwt?: string; readonly expect: string }[]
}

const attacks = vectors<Attacks>('jwt-attack/attacks.json', {
  jwks: { keys: [] },
  issuer: '',
  audience: '',
  nonce: '',
  currentDate: 0,
  cases: [],
})
const judged = async (jwt: string) => {
  const { issuer, audience: clientId, nonce, currentDate, jwks } = attacks
  return verify(jwt, jwks.keys, { issuer, clientId, nonce, now: currentDate, isFresh: true, extra: cognito.checks })
}

// "reject or …" leaves a choice: ours is to refuse, wherever a token says anything that not every reader would read alike.
const isAccepted = (wanted: string) => wanted.startsWith('accept')
const kept = attacks.cases.filter(({ jwt }) => jwt !== undefined)

describe.skipIf(isWithoutVectors)('attack tokens after RFC 8725 and public lists', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('there are 124, of which three are too long to be kept', () => {
    expect(attacks.cases).toHaveLength(124)
    expect(kept).toHaveLength(121)
  })

  test.each(kept)('$name: $expect', async ({ jwt = '', expect: wanted }) => {
    const asked = vi.fn()
    vi.stubGlobal('fetch', asked)
    const { verification } = await judged(jwt)
    expect(verification.verified).toBe(isAccepted(wanted))
    expect(asked, 'no address in a token is asked for anything').not.toHaveBeenCalled()
    expect(({} as Record<string, unknown>)['polluted'], 'no prototype is touched').toBeUndefined()
  })
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
