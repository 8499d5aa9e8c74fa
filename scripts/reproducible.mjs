import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './run.mjs'
import { sourceNames } from './source-names.mjs'

/**
 * Builds and packs a copy in another folder and time zone, as Mozilla's reviewers do. Gives a complaint for each package that differs by a
 * byte from that which `npm run package` has left in dist/.
 * @returns {Promise<string[]>}
 */
export async function packageElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-package-'))
  try {
    const [copy, out] = [join(folder, 'copy'), join(folder, 'out')]
    for (const name of sourceNames()) cpSync(join(root, name), join(copy, name))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const env = { TZ: zones.find((zone) => zone !== hereabouts), GIT_DIR: join(root, '.git'), GIT_WORK_TREE: copy }
    const { code, output } = await run([process.execPath, join(copy, 'scripts/package.mjs'), '--out', out], { env, quiet: true })
    if (code !== 0) return [`npm run package failed:\n${output}`]
    const names = readdirSync(out).filter((name) => name.endsWith('.zip'))
    const differing = names.filter((name) => !readFileSync(join(root, 'dist', name)).equals(readFileSync(join(out, name))))
    return names.length === 3 ? differing.map((name) => `${name} differs between two builds`) : [`made ${names.length} packages, not 3`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const zones = ['Asia/Tokyo', 'UTC']
const hereabouts = Intl.DateTimeFormat().resolvedOptions().timeZone
