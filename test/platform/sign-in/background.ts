import { vi } from 'vitest'
import type { signInVerbs } from '../../../src/platform/sign-in'
import { type BrowserWorld, browserOf, type Life } from './browser-world'

/** A background that runs. */
export interface Background extends Life {
  readonly verbs: typeof signInVerbs
  readonly events: ReturnType<typeof browserOf>['events']
  /** Resolves when something is so, or the background has died. */
  until(isSo: () => boolean): Promise<void>
}

/** Starts a background in a world, on whatever the one before has left there. Whoever ran before is cut off from it. */
export async function startBackground(world: BrowserWorld, death?: Life['death']): Promise<Background> {
  const life: Life = { calls: [], isOver: false, ...(death && { death }) }
  const { browser, events, fetch } = browserOf(world, life)
  vi.resetModules()
  vi.doMock('../../../src/platform/browser', () => ({ browser }))
  vi.stubGlobal('fetch', fetch)
  const { signInVerbs, watchSignIns } = await import('../../../src/platform/sign-in')
  watchSignIns()
  return Object.assign(life, { verbs: signInVerbs, events, until: (isSo: () => boolean) => untilSo(() => isSo() || life.isOver) })
}

async function untilSo(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next))
}

/** Lets everything happen that waits for nobody but the background itself. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((next) => setImmediate(next))
}

/** Somebody whom others wait for, until `open` is called. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((go) => {
    open = go
  })
  return { opened, open: () => open() }
}
