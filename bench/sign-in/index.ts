import { ratioOf } from '../measure/figures'
import { inRounds } from '../measure/rounds'
import type { Bench, Figure, Measurement, Orders } from '../report/measurement'
import { floorSignsIn, forgetEverybody, latchkeySignsIn, openPoolScene, type PoolScene, still } from '../setting/pool'
import { weights } from '../setting/weights'
import { secondPopup } from './second-popup'
import { startUp } from './start-up'

const where = 'Chromium'

/** How long a silent sign-in takes, what it asks of the pool, and what it costs to wake up for it. */
export const signIn: Bench = async (orders) => {
  const whole = await wholeSignIn(orders)
  const start = await startUp(orders)
  return {
    series: [...whole.series, ...start.series],
    figures: [...whole.figures, ...start.figures, ...(await weights(['background']))],
  }
}

async function wholeSignIn({ rounds, tell }: Orders): Promise<Measurement> {
  tell('silent sign-ins')
  const scene = await openPoolScene()
  try {
    const ours = async () => {
      await forgetEverybody(scene)
      const taken = await latchkeySignsIn(scene)
      await insist(scene)
      await still(scene, true)
      return taken
    }
    const found = await inRounds(rounds, [{ arms: { ours, floor: () => floorSignsIn(scene) } }], tell)
    const [latchkey = [], floor = []] = [found['ours'], found['floor']]
    const table = `${where}: a whole silent sign-in, in ms`
    return {
      series: [
        { table, row: 'Fetch and PKCE by hand, nothing verified (the floor)', column: 'taken', samples: floor },
        { table, row: 'Latchkey', column: 'taken', samples: latchkey },
      ],
      figures: [
        ratioOf(latchkey, floor, { what: 'A silent sign-in to the floor', where, atMost: 1.25 }),
        ...(await questions(scene)),
        await secondPopup(scene),
      ],
    }
  } finally {
    await scene.close()
  }
}

/** A sign-in that failed is fast, and no figure. */
async function insist({ driver }: PoolScene): Promise<void> {
  const stored = JSON.stringify(await driver.storageGet('session'))
  if (!stored.includes('accessToken')) throw new Error(`Latchkey did not sign in: ${stored.slice(0, 500)}`)
}

/** How often each endpoint is asked in one sign-in. */
async function questions(scene: PoolScene): Promise<readonly Figure[]> {
  await forgetEverybody(scene)
  scene.forget()
  await latchkeySignsIn(scene)
  const asked = (end: string) =>
    scene.world.visits.filter(({ method, path }) => method !== 'OPTIONS' && path.replace(/\?.*/, '').endsWith(end)).length
  const count = (what: string, end: string): Figure => ({
    what: `Requests to ${what} in a sign-in`,
    where,
    unit: 'times',
    value: asked(end),
    atMost: 1,
  })
  return [count('the token endpoint', '/oauth2/token'), count('the pool’s keys', 'jwks.json'), count('userInfo', '/oauth2/userInfo')]
}
