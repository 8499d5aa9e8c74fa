import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'
import { findBrowser } from '../../scripts/browsers.mjs'

/** What the figures were taken on. */
export interface Machine {
  readonly processor: string
  readonly memory: string
  readonly system: string
  readonly browsers: readonly string[]
}

/** This machine, and its browsers as they name themselves. */
export function machine(): Machine {
  const [first] = cpus()
  return {
    processor: `${cpus().length} × ${first?.model.trim()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}, Node ${process.versions.node}`,
    browsers: (['chromium', 'firefox'] as const).flatMap((kind) => {
      const path = findBrowser(kind)
      return path ? [execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()] : []
    }),
  }
}
