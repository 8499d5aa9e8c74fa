import { vi } from 'vitest'
import type { dropSession, signInVerbs } from '../../../src/platform/sign-in'
import { idle } from '../../session/real-work'
import { type BrowserWorld, browserOf, type Life } from './browser-world'
import { signInModules } from './modules'

const newModules = await signInModules()

/** A background that runs. */
export interface Background extends Life {
  readonly verbs: typeof signInVerbs
  readonly dropSession: typeof dropSession
  readonly browser: ReturnType<typeof browserOf>['browser']
  readonly events: ReturnType<typeof browserOf>['events']
  /** Resolves when something is so, or the background has died. */
  until(isSo: () => boolean): Promise<void>
}

/** Starts a background in a world, on whatever the one before has left there. Whoever ran before is cut off from it. */
export async function startBackground(world: BrowserWorld, death?: Life['death']): Promise<Background> {
  const life: Life = { calls: [], isOver: false, ...(death && { death }) }
  const { browser, events, fetch } = browserOf(world, life)
  vi.stubGlobal('fetch', fetch)
  const { signInVerbs: verbs, dropSession, watchSignIns } = newModules(browser)
  await idle() // what begins as the modules load is done before anybody asks for more
  watchSignIns()
  return Object.assign(life, { verbs, dropSession, browser, events, until: (isSo: () => boolean) => untilSo(() => isSo() || life.isOver) })
}

async function untilSo(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next))
}

/** Somebody whom others wait for, until `open` is called. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((go) => {
    open = go
  })
  return { opened, open: () => open() }
}
