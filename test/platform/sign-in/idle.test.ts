import { beforeEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { worldWithPool } from './pool'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined))

/** What tells that nobody is there. */
const look = ['session.get', 'local.get']

describe('where nobody is signed in or signing in, signing in is left where it is', () => {
  test('at a start', async () => {
    const { calls } = await startBackground(worldWithPool())
    await idle()
    expect(calls).toEqual(look)
  })

  test('by a popup that opens, and by a logout of the site', async () => {
    const { calls, verbs, dropSession } = await startBackground(worldWithPool())
    await verbs.settle()
    await dropSession('acme')
    expect(calls).toEqual([...look, ...look, ...look])
  })

  test('until somebody signs in, who waits for the window of a try and for a tab to be looked for, and for nothing else', async () => {
    const { calls, verbs } = await startBackground(worldWithPool())
    await verbs.signIn('acme', 'in-a-window')
    expect(calls.slice(0, calls.indexOf('session.set sign-in:acme'))).toEqual([...look, ...look, 'session.get', 'session.get'])
  })
})

test.each([
  ['somebody is signed in', { session: { 'accounts:acme': [] } }],
  ['a sign-in is on record', { session: { 'sign-in:acme': { phase: 'failed', at: 1 } } }],
  ['a verifier was left behind', { session: { 'oidc.state': '{}' } }],
  ['a sign-in did not outlive the browser', { local: { underway: { acme: 1 } } }],
])('a start at which %s is followed up', async (_, { session = {}, local = {} }: { session?: object; local?: object }) => {
  const world = worldWithPool()
  Object.assign(world.session, session)
  Object.assign(world.local, local)
  const { calls } = await startBackground(world)
  await idle()
  expect(calls.length).toBeGreaterThan(look.length)
})

test('where storage cannot be read there may be somebody', async () => {
  const world = worldWithPool()
  let isFirst = true
  world.refuse = (call) => {
    if (call !== 'session.get' || !isFirst) return undefined
    isFirst = false
    return new Error('IO error: .../000003.log: Unable to read')
  }
  const { calls } = await startBackground(world)
  await idle()
  expect(calls.length).toBeGreaterThan(look.length)
})
