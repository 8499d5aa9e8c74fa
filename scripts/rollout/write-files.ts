import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Named {
  /** Its path below the folder. */
  readonly name: string
  readonly content: string
}

/** Writes files into a folder, and makes folders that are missing. Gives a sentence on the first that cannot be written. */
export function writeFiles(out: string, files: readonly Named[]): string | undefined {
  for (const { name, content } of files) {
    const file = join(out, name)
    try {
      makeFolder(dirname(file))
      writeFileSync(file, content)
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException
      return `${file} cannot be written: ${reasons[code] ?? `${message}.`}`
    }
  }
  return undefined
}

/** One folder after another: Node's own way of making them all never ends where the system says of each that it is missing (below /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder)
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file where a folder has to be.',
  ENOENT: 'no folder can be made there.',
  ENOTDIR: 'there is a file where a folder has to be.',
  EISDIR: 'there is a folder where the file has to be.',
  EACCES: 'you have no right to write there.',
  EPERM: 'you have no right to write there.',
  EROFS: 'nobody can write there.',
  ENOSPC: 'there is no room left.',
}
