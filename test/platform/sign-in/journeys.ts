import { idle } from '../../session/real-work'
import { type Background, startBackground } from './background'
import { type PoolWorld, seen, store, worldWithPool } from './pool'

/** What a person or the browser does in a world. Resolves when nothing more comes of it. */
export type Act = (background: Background, world: PoolWorld) => Promise<unknown>

/** Something that a background does, and what has happened before. */
export interface Journey {
  readonly before: readonly Act[]
  readonly act: Act
}

export const signIn: Act = ({ verbs }) => verbs.signIn('acme', 'in-a-window')
const openTab: Act = ({ verbs }) => verbs.signIn('acme', 'in-a-tab')

const beSomebodyElse: Act = async (_, world) =>
  store(world, { claims: { ...(seen(world).accounts[0]?.['claims'] as object), sub: 'user-0' } })

const answerInTab: Act = async ({ events }, world) => {
  for (const [tabId, address] of world.tabs) {
    const url = world.op.visit(address)
    world.tabs.set(tabId, url)
    void events.request.say({ tabId, url } as never)
  }
  await idle()
}

const haveNoRefreshToken: Act = async (_, world) => store(world, { refreshToken: undefined })

const runOut: Act = async ({ events }, world) => {
  store(world, { expiresAt: Date.now() / 1000 + 1 })
  delete world.alarms['expiry:acme']
  void events.alarm.say({ name: 'expiry:acme' } as never)
  await idle()
}

/** Everything that a background does about signing in, renewing and signing out. */
export const journeys: Readonly<Record<string, Journey>> = {
  'it signs in': { before: [], act: signIn },
  'it signs in again': { before: [signIn], act: signIn },
  'it opens a tab to sign in': { before: [], act: openTab },
  'it opens another tab in place of the first': { before: [openTab], act: openTab },
  'it signs in as another': { before: [signIn, beSomebodyElse], act: ({ verbs }) => verbs.signIn('acme', 'as-another') },
  'the answer comes from the tab': { before: [openTab], act: answerInTab },
  'it renews a session': { before: [signIn], act: runOut },
  'it renews a session without a refresh token': { before: [signIn, haveNoRefreshToken], act: runOut },
  'it signs out': { before: [signIn], act: ({ verbs }) => verbs.signOut('acme') },
  'it cancels a tab': { before: [openTab], act: ({ verbs }) => verbs.cancelSignIn('acme') },
}

/** A world in which everything before has happened, as often as one is wanted. */
export async function worldsAfter(before: readonly Act[]): Promise<() => PoolWorld> {
  const world = worldWithPool()
  const background = await startBackground(world)
  for (const act of before) await act(background, world)
  await idle()
  const { local, session, alarms, tabs } = world
  const kept = structuredClone({ local, session, alarms, tabs })
  return () => ({ ...world, ...structuredClone(kept), windows: new Map() })
}
