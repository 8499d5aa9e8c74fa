import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TemporaryFolder, temporaryFolder } from '../../test/e2e/driver/temporary-folder'

/** Writes an extension of a few lines into a fresh folder: a floor or a rival to measure beside Latchkey. */
export function writeExtension(name: string, manifest: object, files: Readonly<Record<string, string>>): TemporaryFolder {
  const folder = temporaryFolder(name)
  const whole = {
    manifest_version: 3,
    name,
    version: '1',
    browser_specific_settings: { gecko: { id: `${name}@bench.example` } },
    ...manifest,
  }
  for (const [file, text] of Object.entries({ 'manifest.json': JSON.stringify(whole), ...files }))
    writeFileSync(join(folder.path, file), text)
  return folder
}
