import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/**
 * The files of the project, by their paths in its folder: under version control, or new and not kept out of it.
 * @returns {string[]}
 */
export const sourceNames = () => listed(root, '--cached', '--others', '--exclude-standard')

/**
 * The files of a folder that are under version control, by their paths in it: what may be handed to others. What lies beside them may be
 * anybody's: an organisation's settings, or the key by which its packages are signed.
 * @param {string} [folder]
 * @returns {string[]}
 */
export const trackedNames = (folder = root) => listed(folder, '--cached')

const listed = (folder, ...which) =>
  execFileSync('git', ['ls-files', '-z', ...which], { cwd: folder, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
