import { afterEach, expect, test, vi } from 'vitest'
import { lookInto } from '../../src/platform/directory'
import { reset, world } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
afterEach(() => {
  vi.unstubAllGlobals()
  reset()
})

/** A site that answers nothing of use; gives how it was asked. */
function site(): (RequestInit & { readonly address: string })[] {
  const asked: (RequestInit & { address: string })[] = []
  vi.stubGlobal('fetch', async (address: string, how: RequestInit) => {
    asked.push({ ...how, address })
    return new Response('', { status: 404 })
  })
  return asked
}

test('a directory is asked for nothing where the host was not granted', async () => {
  const asked = site()
  expect(await lookInto('https://wiki.example/', ['ann'])).toEqual({ failed: { why: 'not-granted' } })
  expect(asked).toEqual([])
})

test('a directory is asked with the session that this browser has there, and nowhere else', async () => {
  world.granted.push('https://wiki.example/*')
  const asked = site()
  await lookInto('https://wiki.example/', ['ann'])
  expect(asked).not.toEqual([])
  for (const { address, credentials, redirect } of asked) {
    expect(address).toMatch(/^https:\/\/wiki\.example\//)
    expect([credentials, redirect]).toEqual(['include', 'manual'])
  }
})
