import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A fresh folder for one browser. */
export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

/** Makes a folder. `remove` lets a browser that was killed write its last: half a second at most. */
export function temporaryFolder(name: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `latchkey-${name}-`))
  const remove = () => {
    for (let attempt = 0; attempt < 10 && existsSync(path); attempt += 1) {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
  return { path, remove }
}
