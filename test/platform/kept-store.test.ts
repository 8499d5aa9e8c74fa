import { afterEach, expect, test, vi } from 'vitest'
import type { Kept } from '../../src/claims/kept'
import { forgetKept, keep, readKept } from '../../src/platform/kept-store'

type Handler = () => void
const isFull = new DOMException('The disk is full', 'QuotaExceededError')

/** A database that answers each request, and then ends its transaction: with the disk full it takes back what it has answered. */
function database(isDiskFull: boolean) {
  const stored = new Map<string, Kept>()
  const answering = <T>(result: T, after: Handler = () => {}) => {
    const request: { result: T; onsuccess?: Handler } = { result }
    setTimeout(() => {
      request.onsuccess?.()
      setTimeout(after)
    })
    return request
  }
  const transaction = () => {
    const ending: { oncomplete?: Handler; onabort?: Handler; error?: Error } = {}
    const end = (change: Handler) => () => {
      if (isDiskFull) ending.error = isFull
      else change()
      ;(isDiskFull ? ending.onabort : ending.oncomplete)?.()
    }
    const objectStore = () => ({
      getAll: () => answering([...stored.values()], () => ending.oncomplete?.()),
      put: (one: Kept) =>
        answering(
          one.id,
          end(() => stored.set(one.id, one)),
        ),
      delete: (id: string) =>
        answering(
          undefined,
          end(() => stored.delete(id)),
        ),
    })
    return Object.assign(ending, { objectStore })
  }
  return { open: () => answering({ transaction, close: () => undefined }) }
}

const one = (id: string, at: number): Kept => ({ id, label: id, at, sources: {}, redaction: { groups: [] }, findings: [] })

afterEach(() => vi.unstubAllGlobals())

test('whoever was kept is there, the latest first, until they are forgotten', async () => {
  vi.stubGlobal('indexedDB', database(false))
  await keep(one('ann', 1))
  await keep(one('uma', 2))
  expect((await readKept()).map(({ id }) => id)).toEqual(['uma', 'ann'])
  await forgetKept('uma')
  expect((await readKept()).map(({ id }) => id)).toEqual(['ann'])
})

test('nobody is called kept whom a full disk has not taken', async () => {
  vi.stubGlobal('indexedDB', database(true))
  await expect(keep(one('ann', 1))).rejects.toBe(isFull)
  expect(await readKept()).toEqual([])
})
