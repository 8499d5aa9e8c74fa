import { ratioOf } from '../measure/figures'
import { inRounds } from '../measure/rounds'
import type { Bench, Measurement, Orders } from '../report/measurement'
import { latchkeySignsIn, openPoolScene, type PoolScene } from '../setting/pool'
import { weights } from '../setting/weights'
import { paintedIn } from './painted'
import { verdictTimes } from './verdicts'

const where = 'Chromium'
/** So many claims, and how many times the floor's time they may take. */
const tokens = [
  { claims: 15, atMost: 1.5 },
  { claims: 100, atMost: 1.7 },
  { claims: 1000, atMost: 2.5 },
] as const

/** How long it takes until claims are painted, what the popup weighs, and what a verdict takes. */
export const popup: Bench = async (orders) => {
  const opening = await openings(orders)
  const verdict = verdictTimes(orders)
  return {
    series: [...opening.series, ...verdict.series],
    figures: [...opening.figures, ...verdict.figures, ...(await weights(['popup’s JavaScript']))],
  }
}

async function openings({ rounds, tell }: Orders): Promise<Measurement> {
  tell('openings of the popup')
  const scene = await openPoolScene()
  try {
    await latchkeySignsIn(scene)
    const address = `${scene.driver.extensionOrigin}/src/popup/index.html?tab=${await scene.driver.tabIdOf(scene.wiki)}`
    const groups = tokens.map(({ claims }) => ({
      prepare: () => giveClaims(scene, claims),
      arms: { [`ours ${claims}`]: opened(scene, address, '.claims tbody tr:nth-child(15)') },
    }))
    const floor = { arms: { floor: opened(scene, scene.floor.address, 'p'), scripted: opened(scene, scene.floor.scripted, 'p') } }
    const found = await inRounds(rounds, [...groups, floor], tell)
    const table = `${where}: from opening to painted, in ms`
    return {
      series: [
        { table, row: 'An empty extension page (the floor)', column: 'painted', samples: found['floor'] ?? [] },
        { table, row: 'The same page, filled by a script', column: 'painted', samples: found['scripted'] ?? [] },
        ...tokens.map(({ claims }) => ({
          table,
          row: `Popup with ${claims} claims`,
          column: 'painted',
          samples: found[`ours ${claims}`] ?? [],
        })),
      ],
      figures: [
        ...tokens.map(({ claims, atMost }) =>
          ratioOf(found[`ours ${claims}`] ?? [], found['floor'] ?? [], {
            what: `Popup with ${claims} claims to an empty page`,
            where,
            atMost,
          }),
        ),
        ratioOf(found['scripted'] ?? [], found['floor'] ?? [], { what: 'A page that a script fills to an empty page', where }),
      ],
    }
  } finally {
    await scene.close()
  }
}

const opened =
  ({ driver }: PoolScene, address: string, selector: string) =>
  async () => {
    const page = await driver.page()
    const taken = await paintedIn(page, address, selector)
    await page.close()
    return taken
  }

/** Makes the person's token one of so many claims. */
async function giveClaims({ driver }: PoolScene, count: number): Promise<void> {
  await driver.inExtension(async (browser, wanted) => {
    const stored = (await browser.storage.session.get('accounts:acme'))['accounts:acme'] as { claims: Record<string, unknown> }[]
    const own = Object.entries(stored[0]?.claims ?? {}).filter(([name]) => !name.startsWith('custom:bench'))
    const more = Array.from({ length: Math.max(0, wanted - own.length) }, (_, index) => [`custom:bench-${index}`, `value ${index}`])
    const claims = Object.fromEntries([...own, ...more].slice(0, wanted))
    await browser.storage.session.set({ 'accounts:acme': stored.map((account) => ({ ...account, claims })) })
  }, count)
}
