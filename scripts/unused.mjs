import { basename, join } from 'node:path'
import { filesIn } from './files-in.mjs'
import { root } from './run.mjs'

/**
 * Scripts and stylesheets of a built extension that no other file of it names: nothing can load them.
 * @param {'chrome' | 'firefox'} browser
 * @returns {string[]}
 */
export function unusedFiles(browser) {
  const files = filesIn(join(root, 'dist', browser))
  const isNamed = (name) => files.some(([other, content]) => other !== name && content.includes(basename(name)))
  return files.map(([name]) => name).filter((name) => /\.(?:js|css)$/.test(name) && !isNamed(name))
}
