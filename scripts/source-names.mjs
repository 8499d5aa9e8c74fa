import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/**
 * The files of the project, by their paths in its folder: under version control, or new and not kept out of it.
 * @returns {string[]}
 */
export const sourceNames = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name && statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
