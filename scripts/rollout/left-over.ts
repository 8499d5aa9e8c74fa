import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { platforms } from '../../src/rollout/plan'

/** Files in the platforms' folders that an earlier run has left and this one has not written, such as those of another id. */
export function leftOver(out: string, written: readonly string[]): readonly string[] {
  const folders = platforms.map((platform) => join(out, platform)).filter(existsSync)
  return folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).filter((file) => !written.includes(file))
}
