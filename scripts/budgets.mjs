import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { init, parse } from 'es-module-lexer'
import { root } from './run.mjs'

/**
 * What each part may weigh at most, and what it is meant to weigh, in bytes after gzip with everything that it imports. Where the two differ the
 * limit keeps it from growing: lower it with every byte that is won.
 */
const limits = {
  'content script': { atMost: 4_096, target: 4_096 },
  background: { atMost: 25_000, target: 25_000 },
  'what the background loads later': { atMost: 33_000, target: 33_000 },
  'popup’s JavaScript': { atMost: 20_000, target: 20_000 },
}

/**
 * Weighs the parts of a built extension.
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<{ what: string, bytes: number, atMost: number, target: number }[]>}
 */
export async function weigh(browser) {
  await init
  const dist = join(root, 'dist', browser)
  const { background } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))
  const [worker, ...later] = background.scripts
  const entries = {
    'content script': ['src/content.iife.js'],
    background: [worker],
    'what the background loads later': later,
    'popup’s JavaScript': scriptsOf(join(dist, 'src/popup/index.html')),
  }
  return Object.entries(entries).map(([what, files]) => {
    const all = [...new Set(files.flatMap((file) => withImports(dist, file)))]
    const bytes = all.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
    return { what, bytes, ...limits[what] }
  })
}

const scriptsOf = (page) => [...readFileSync(page, 'utf8').matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, file]) => file)

/** A file and all that it imports before it runs. */
function withImports(dist, file, seen = new Set()) {
  if (seen.has(file)) return []
  seen.add(file)
  if (!existsSync(join(dist, file))) throw new Error(`The build has no ${file}`)
  const [imports] = parse(readFileSync(join(dist, file), 'utf8'))
  const next = imports
    .filter(({ type }) => type === 'static')
    .map(({ specifier }) => new URL(specifier, `file:///${file}`).pathname.slice(1))
  return [file, ...next.flatMap((one) => withImports(dist, one, seen))]
}
