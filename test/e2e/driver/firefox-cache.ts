import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import { temporaryFolder } from './temporary-folder'
import { patience } from './until'

/** Without the first, Firefox takes the second for another Firefox's, and throws it away. */
const parts = ['compatibility.ini', 'startupCache']

/** Gives a profile what `warmStartupCache` has kept, if it has: the half of a first start is Firefox compiling itself. */
export function useStartupCache(profile: string): void {
  const kept = process.env['LATCHKEY_FIREFOX_CACHE']
  if (kept) for (const part of parts) cpSync(join(kept, part), join(profile, part), { recursive: true })
}

/** Starts Firefox once and keeps what it has compiled of itself, for this process and its children until this one ends. */
export async function warmStartupCache(executable: string): Promise<void> {
  const { path, remove } = temporaryFolder('firefox-cache')
  process.once('exit', remove)
  const browser = await launch({ browser: 'firefox', executablePath: executable, headless: true, userDataDir: path, timeout: patience })
  await browser.close()
  process.env['LATCHKEY_FIREFOX_CACHE'] = path
}
