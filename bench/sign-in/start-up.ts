import { buildFor } from '../../scripts/demo/build'
import { grantedHosts } from '../../test/e2e/scene'
import { medianOf, ratioOf } from '../measure/figures'
import { inRounds } from '../measure/rounds'
import type { Measurement, Orders } from '../report/measurement'
import { openPoolScene, type PoolScene } from '../setting/pool'
import { ourHosts } from '../setting/sites'
import { benchOf, wakeFloor, wakeLatchkey } from '../setting/wake'
import { watchedBuild } from '../setting/watched-build'

const where = 'Chromium'

/** What it costs to wake Latchkey's worker: the evaluation of its scripts, and a message to it beside one to a worker of a few lines. */
export async function startUp({ rounds, tell }: Orders): Promise<Measurement> {
  tell('starts of the worker')
  const watched = watchedBuild(await buildFor('chromium', [...grantedHosts, ourHosts], 'dist/bench-chromium'))
  const scene = await openPoolScene(watched.path)
  try {
    const { evaluated, ours, floor } = await starts(scene, rounds, tell)
    const table = `${where}: a message to a worker that sleeps, in ms`
    return {
      series: [
        { table, row: 'A worker of a few lines (the floor)', column: 'to the answer', samples: floor },
        { table, row: 'Latchkey', column: 'to the answer', samples: ours },
      ],
      figures: [
        medianOf(evaluated, 'ms', { what: 'Evaluation of the worker’s scripts', where, atMost: 30 }),
        ratioOf(ours, floor, { what: 'Waking up to the floor', where }),
      ],
    }
  } finally {
    await scene.close()
    watched.remove()
  }
}

async function starts(scene: PoolScene, rounds: number, tell: Orders['tell']) {
  const evaluated: number[] = []
  const ours = async () => {
    const taken = await wakeLatchkey(scene)
    evaluated.push((await benchOf(scene)).evaluated)
    return taken
  }
  const found = await inRounds(rounds, [{ arms: { ours, floor: () => wakeFloor(scene) } }], tell)
  return { evaluated: evaluated.slice(-rounds), ours: found['ours'] ?? [], floor: found['floor'] ?? [] }
}
