import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './run.mjs'
import { sourceNames } from './source-names.mjs'

/**
 * Builds and packs here and from a copy in another folder and time zone, as Mozilla's reviewers do. Gives a complaint for each package
 * that differs by a byte.
 * @returns {Promise<string[]>}
 */
export async function packageTwice() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-package-'))
  try {
    const copy = join(folder, 'copy')
    for (const name of sourceNames()) cpSync(join(root, name), join(copy, name))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const [first, second] = [join(folder, 'first'), join(folder, 'second')]
    const failure = (await packed(root, first, 'UTC')) ?? (await packed(copy, second, 'Asia/Tokyo'))
    if (failure) return [failure]
    const names = readdirSync(first).filter((name) => name.endsWith('.zip'))
    const differing = names.filter((name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))))
    return names.length === 3 ? differing.map((name) => `${name} differs between two builds`) : [`made ${names.length} packages, not 3`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Packs the sources of one folder into another; gives what went wrong. */
async function packed(sources, out, zone) {
  const env = { TZ: zone, GIT_DIR: join(root, '.git'), GIT_WORK_TREE: sources }
  const { code, output } = await run([process.execPath, join(sources, 'scripts/package.mjs'), '--out', out], { env, quiet: true })
  return code === 0 ? undefined : `npm run package failed:\n${output}`
}
