import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'
import { bin, root, run } from './run.mjs'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })
const out = resolve(root, values.out)

await ensureInstalled()
const { zip } = await import('./zip.mjs')
const { version } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'))
mkdirSync(out, { recursive: true })

for (const browser of ['chrome', 'firefox']) {
  const folder = join(out, browser)
  const built = await run([...bin('vite'), 'build', '--mode', browser, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'])
  if (built.code !== 0) process.exit(1)
  const files = filesIn(folder).map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)])
  save(browser, browser === 'chrome' ? files.map(withoutKey) : files)
}
save('source', sources())

/**
 * The Web Store refuses an upload with "key field is not allowed in manifest" and gives the extension a key of its own; an
 * unpacked build keeps ours. Once the store has given its key, put it into manifest.json, and both have the same id again.
 */
function withoutKey([name, content]) {
  if (name !== 'manifest.json') return [name, content]
  const { key: _, ...manifest } = JSON.parse(content.toString())
  return [name, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]
}

/** What Mozilla's reviewers build from: the files under version control, as they are now. @see https://extensionworkshop.com/documentation/publish/source-code-submission/ */
function sources() {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  const names = list.split('\0').filter((name) => name && statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
  return names.map((name) => [name, readFileSync(join(root, name))])
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function save(kind, files) {
  const file = join(out, `latchkey-${version}-${kind}.zip`)
  const bytes = zip(files)
  writeFileSync(file, bytes)
  console.log(`${relative(root, file)}  ${bytes.length} bytes, ${files.length} files`)
}
