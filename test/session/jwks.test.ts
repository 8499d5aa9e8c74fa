import { afterEach, describe, expect, test, vi } from 'vitest'
import { judge } from '../../src/session/judge'
import { keysAt, newKeysAt } from '../../src/session/jwks'
import { good, keys, mint, now } from './mint'

afterEach(() => vi.unstubAllGlobals())

const at = 1_800_000_000
let name = 0
/** Keys are remembered by their address. */
const newAddress = () => `https://op.example/${name++}/jwks`

/** Answers with whatever is published when it is asked; counts how often that was. */
function publishing(published: () => Response | Promise<Response>) {
  const fetch = vi.fn(async () => published())
  vi.stubGlobal('fetch', fetch)
  return fetch
}

test.each([
  ['runs on', 600],
  ['is put back', -600],
])('a key that an issuer withdraws is trusted for ten minutes and no longer, though the clock %s', async (_, passed) => {
  const address = newAddress()
  const published = [{ kty: 'RSA', kid: 'leaked' }]
  publishing(() => Response.json({ keys: published }))
  await keysAt(address, at)
  published.pop()
  expect(await keysAt(address, at + passed - Math.sign(passed))).toEqual([{ kty: 'RSA', kid: 'leaked' }])
  expect(await keysAt(address, at + passed)).toEqual([])
})

describe('keys that nobody has seen are asked for', () => {
  test.each<[string, number, boolean, number]>([
    ['at once, where somebody waits for a sign-in', 0, true, 2],
    ['not within ten seconds, where nobody does', 9, false, 1],
    ['after ten seconds, where nobody does', 10, false, 2],
    ['not while the clock has been put back by less', -9, false, 1],
  ])('%s', async (_, passed, isAwaited, readings) => {
    const address = newAddress()
    const asked = publishing(() => Response.json({ keys: [] }))
    await keysAt(address, at)
    await newKeysAt(address, at + passed, isAwaited)
    expect(asked).toHaveBeenCalledTimes(readings)
  })

  test.each([
    ['once in ten seconds for tokens that were pasted', false, 1],
    ['for each token that answers a sign-in', true, 4],
  ])('%s, however many there are', async (_, isFresh, readings) => {
    const address = newAddress()
    const asked = publishing(() => Response.json({ keys }))
    const expected = { issuer: good.iss, now, isFresh }
    for (const kid of ['made', 'up', 'names']) {
      const { verification } = await judge(await mint(good, { kid }), address, expected)
      expect(verification.verified).toBe(false)
    }
    expect(asked).toHaveBeenCalledTimes(readings)
  })
})

describe('keys that could not be read', () => {
  const unreadable = () => new Response('{}', { status: 404 })

  test('are asked for anew by whoever comes next', async () => {
    const address = newAddress()
    publishing(unreadable)
    await expect(keysAt(address, at)).rejects.toMatchObject({ problem: { code: 'answer-unreadable', address } })
    publishing(() => Response.json({ keys }))
    expect(await keysAt(address, at)).toEqual(keys)
  })

  test('are not asked for a third time where they have been read meanwhile', async () => {
    const address = newAddress()
    let fail = () => {}
    publishing(async () => {
      await new Promise<void>((go) => (fail = go))
      return unreadable()
    })
    const first = keysAt(address, at)
    const asked = publishing(() => Response.json({ keys }))
    await newKeysAt(address, at, true)
    fail()
    await expect(first).rejects.toThrow()
    expect(await keysAt(address, at)).toEqual(keys)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test.each<[string, () => Response]>([
    ['a page that is not there, whatever it says', () => Response.json({ keys }, { status: 404 })],
    ['no list', () => Response.json({ keys: { 0: keys[0] } })],
    ['nothing', () => Response.json(null)],
  ])('are none in %s', async (_, answer) => {
    publishing(answer)
    await expect(keysAt(newAddress(), at)).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
  })
})
