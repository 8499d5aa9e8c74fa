import { afterEach, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { type PoolWorld, revoked, seen, settings, two, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

const never = () => new Promise<never>(() => {})
const atOther = ({ session }: PoolWorld) => session['sign-in:other']

/** Two providers; somebody is signed in at the first, and then pages never end. */
async function signedInAtTheFirst() {
  const world = Object.assign(worldWithPool(), { local: { settings: two } })
  const background = await startBackground(world)
  await background.verbs.signIn('acme', 'in-a-window')
  const { showPage } = world
  world.showPage = never
  return { world, showPage, ...background }
}

test('a sign-out waits for somebody else’s sign-in page, of which there is one, and ends the provider’s session then', async () => {
  const { world, showPage, verbs, until } = await signedInAtTheFirst()
  const signing = verbs.signIn('other', 'in-a-window')
  await until(() => world.windows.size > 0)
  const left = verbs.signOut('acme')
  await until(() => revoked(world).length > 0)
  const ended: string[] = []
  world.showPage = async (url, interactive) => {
    ended.push(new URL(url).pathname)
    return showPage(url, interactive)
  }
  await verbs.cancelSignIn('other')
  await Promise.all([signing, left])
  expect(ended).toEqual(['/pool/logout'])
  expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
})

test('a sign-in waits for a page that nobody sees, and says so', async () => {
  const { world, verbs, calls, until } = await signedInAtTheFirst()
  calls.length = 0
  void verbs.signOut('acme')
  await until(() => calls.includes('window'))
  void verbs.signIn('other', 'in-a-window')
  await until(() => atOther(world) !== undefined)
  expect(atOther(world)).toMatchObject({ phase: 'running', isWaiting: true })
})

test('a sign-in that waits is over when its provider is taken away, and leaves no word of it', async () => {
  const world = Object.assign(worldWithPool(), { local: { settings: two }, showPage: never })
  const { verbs, events, until } = await startBackground(world)
  void verbs.signIn('acme', 'in-a-window')
  await until(() => world.windows.size > 0)
  const waiting = verbs.signIn('other', 'in-a-window')
  await until(() => atOther(world) !== undefined)
  world.local['settings'] = settings
  void events.changed.say({ settings: {} } as never, 'local' as never)
  await waiting
  await idle()
  expect(atOther(world)).toBeUndefined()
  expect(seen(world).phase, 'the other goes on').toBe('running')
})

test('a sign-in that is cancelled before its page comes shows none', async () => {
  const world = worldWithPool()
  const { verbs, calls } = await startBackground(world)
  let cancelled: Promise<void> | undefined
  world.refuse = (call) => {
    if (call.endsWith('/openid-configuration')) cancelled ??= verbs.cancelSignIn('acme')
    return undefined
  }
  await verbs.signIn('acme', 'in-a-window')
  await cancelled
  await idle()
  expect(calls).not.toContain('window')
})
