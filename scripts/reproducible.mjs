import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

/**
 * Builds and packs twice, in other folders and time zones. Gives a complaint for each package that differs by a byte.
 * @returns {Promise<string[]>}
 */
export async function packageTwice() {
  const folders = [mkdtempSync(join(tmpdir(), 'latchkey-package-a-')), mkdtempSync(join(tmpdir(), 'latchkey-package-b-'))]
  const zones = ['UTC', 'Asia/Tokyo']
  try {
    for (const [index, out] of folders.entries()) {
      const { code, output } = await run([process.execPath, 'scripts/package.mjs', '--out', out], {
        env: { TZ: zones[index] },
        quiet: true,
      })
      if (code !== 0) return [`npm run package failed:\n${output}`]
    }
    const [first, second] = folders
    const names = readdirSync(first).filter((name) => name.endsWith('.zip'))
    const differing = names.filter((name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))))
    return names.length === 3 ? differing.map((name) => `${name} differs between two builds`) : [`made ${names.length} packages, not 3`]
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
