import { accessSync, constants, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where a Chromium of that name looks for policy; it has no folder of its own per process. @see https://www.chromium.org/administrators/linux-quick-start/ */
function policyFolder(executable: string): string {
  if (basename(executable).startsWith('chromium')) return '/etc/chromium/policies/managed'
  return executable.includes('for-testing') ? '/etc/opt/chrome_for_testing/policies/managed' : '/etc/opt/chrome/policies/managed'
}

/** Writes policies for the whole machine; the answer takes them back. A forced installation's pages are open to us only where policy says so. */
export function setChromiumPolicies(executable: string, policies: object): () => void {
  const folder = policyFolder(executable)
  const file = join(folder, `latchkey-test-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify({ ...policies, DeveloperToolsAvailability: 1 }))
  // Chromium waits for files to be still for some seconds before it reads them anew: these have been so for an hour.
  const still = Date.now() / 1000 - 3600
  for (const path of [file, folder]) utimesSync(path, still, still)
  return () => rmSync(file, { force: true })
}

/** Why policy cannot be set for this Chromium here, or undefined: for tests that must skip by name. */
export function policyObstacle(executable: string): string | undefined {
  if (process.platform !== 'linux') return 'Chromium reads policy files on Linux only'
  let folder = policyFolder(executable)
  for (;;) {
    try {
      accessSync(folder, constants.W_OK)
      return undefined
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return `no right to write ${policyFolder(executable)}`
      folder = dirname(folder)
    }
  }
}
