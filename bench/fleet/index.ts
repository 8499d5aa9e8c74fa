import { median } from 'simple-statistics'
import { buildFor } from '../../scripts/demo/build'
import { grantedHosts } from '../../test/e2e/scene'
import { ratioOf } from '../measure/figures'
import { inRounds } from '../measure/rounds'
import { paintedIn } from '../popup/painted'
import type { Bench, Figure, Measurement, Orders } from '../report/measurement'
import { openPoolScene, type PoolScene } from '../setting/pool'
import { configureSites, ourHosts } from '../setting/sites'
import { benchOf, heapOf, messages, wakeLatchkey } from '../setting/wake'
import { watchedBuild } from '../setting/watched-build'

const where = 'Chromium'
const fleets = [1, 50, 500] as const
const reads = ['storage.local.get', 'storage.session.get', 'storage.managed.get'] as const
const writes = ['declarativeNetRequest.updateDynamicRules', 'declarativeNetRequest.updateSessionRules'] as const

/** What hundreds of sites and fifty providers cost: at start-up, in memory, and in the pages that list them. */
export const fleet: Bench = async (orders) => {
  const watched = watchedBuild(await buildFor('chromium', [...grantedHosts, ourHosts], 'dist/bench-chromium'))
  const scene = await openPoolScene(watched.path)
  try {
    return await measured(scene, orders)
  } finally {
    await scene.close()
    watched.remove()
  }
}

async function measured(scene: PoolScene, { rounds, tell }: Orders): Promise<Measurement> {
  const { driver } = scene
  const calls: Record<string, number[]> = {}
  const wake = (count: number) => async () => {
    const taken = await wakeLatchkey(scene, messages.settle)
    const noted = (await benchOf(scene)).calls
    for (const name of [...reads, ...writes]) calls[`${name} ${count}`] = [...(calls[`${name} ${count}`] ?? []), noted[name] ?? 0]
    return taken
  }
  const shown = async (path: string, selector: string) => {
    const page = await driver.page()
    const taken = await paintedIn(page, `${driver.extensionOrigin}/${path}`, selector)
    await page.close()
    return taken
  }
  const popup = () => shown('src/popup/index.html', '.card')
  const later: Record<string, number[]> = {}
  const popups = (count: number) => async () => {
    const first = await popup()
    later[`popup ${count}`] = [...(later[`popup ${count}`] ?? []), await popup()]
    return first
  }
  tell('wake-ups, the popup and the options page')
  const groups = fleets.map((count) => ({
    prepare: () => configureSites(driver, count, { onLoginPage: 'redirect' }, fiftyProviders),
    arms: {
      [`wake ${count}`]: wake(count),
      [`first ${count}`]: popups(count),
      [`options ${count}`]: () => shown('src/options/index.html', 'main section'),
    },
  }))
  const found = { ...(await inRounds(rounds, groups, tell)), ...later }
  const rows = {
    wake: 'A sleeping worker to the answer of `settle`',
    popup: 'The popup, painted',
    first: 'The first popup after a change of settings, painted',
    options: 'The options page, painted',
  }
  const table = `${where}: with so many sites and 50 providers, in ms`
  const series = Object.entries(rows).flatMap(([arm, row]) =>
    fleets.map((count) => ({ table, row, column: `${count} sites`, samples: found[`${arm} ${count}`] ?? [] })),
  )
  const ratio = (arm: string, what: string, atMost?: number) =>
    ratioOf(found[`${arm} 500`] ?? [], found[`${arm} 1`] ?? [], { what, where, ...(atMost && { atMost }) })
  return {
    series,
    figures: [
      ratio('wake', 'Waking up with 500 sites to one', 1.3),
      ratio('popup', 'The popup with 500 sites to one'),
      ratio('first', 'The first popup after a change with 500 sites to one'),
      ratio('options', 'The options page with 500 sites to one'),
      ...reads.flatMap((name) =>
        fleets.map((count) => counted(`Calls of ${name} in a wake-up with ${count} sites`, calls[`${name} ${count}`])),
      ),
      ...writes.map((name) => counted(`Calls of ${name} in a wake-up with 500 sites`, calls[`${name} 500`], 0)),
      ...(await ofOneChange(scene, tell)),
      ...(await heaps(scene, tell)),
    ],
  }
}

const fiftyProviders = Array.from({ length: 50 }, (_, index) => ({
  id: `pool-${index + 1}`,
  region: 'eu-west-1',
  userPoolId: `eu-west-1_Pool${index + 1}`,
  domain: `pool-${index + 1}.auth.eu-west-1.amazoncognito.com`,
  clientId: `client${index + 1}`,
}))

const counted = (what: string, samples: readonly number[] = [], atMost?: number): Figure => ({
  what,
  where,
  unit: 'times',
  value: median([...samples]),
  ...(atMost !== undefined && { atMost }),
})

/** Rules are written once for a change of settings, however many sites it is about. */
async function ofOneChange(scene: PoolScene, tell: Orders['tell']): Promise<readonly Figure[]> {
  tell('one change of settings')
  const { driver } = scene
  const name = 'declarativeNetRequest.updateDynamicRules'
  await configureSites(driver, 1, { onLoginPage: 'redirect' }, fiftyProviders)
  const before = (await benchOf(scene)).calls[name] ?? 0
  await configureSites(driver, 500, { onLoginPage: 'redirect' }, fiftyProviders)
  const after = (await benchOf(scene)).calls[name] ?? 0
  return [{ what: 'Writings of rules by one change to 500 sites', where, unit: 'times', value: after - before, atMost: 1 }]
}

/** What the worker holds once it has taken up so many sites. */
async function heaps(scene: PoolScene, tell: Orders['tell']): Promise<readonly Figure[]> {
  tell('the worker’s heap')
  const figures: Figure[] = []
  for (const count of fleets) {
    await configureSites(scene.driver, count, { onLoginPage: 'redirect' }, fiftyProviders)
    const value = (await heapOf(scene)) / 1e6
    figures.push({ what: `Heap of the worker with ${count} sites and 50 providers`, where, unit: 'MB', value, atMost: 15 })
  }
  return figures
}
