import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { filesIn, withoutKey } from './files-in.mjs'
import { ensureInstalled } from './install.mjs'
import { bin, root, run } from './run.mjs'
import { trackedNames } from './source-names.mjs'

/** `--key` makes packages for a server of one's own as well; LATCHKEY_HOSTS, in the environment, makes them an organisation's. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' }, key: { type: 'string' } } })
const out = resolve(root, values.out)

await ensureInstalled()
const { zip } = await import('./zip.mjs')
const { keyIn, packCrx } = await import('./crx.mjs')
const { version } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'))
mkdirSync(out, { recursive: true })

for (const browser of ['chrome', 'firefox']) {
  const folder = join(out, browser)
  const built = await run([...bin('vite'), 'build', '--mode', browser, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'])
  if (built.code !== 0) process.exit(1)
  const files = filesIn(folder)
  const bytes = save(`${browser}.zip`, zip(browser === 'chrome' ? files.map(withoutKey) : files), files.length)
  if (values.key && browser === 'chrome') {
    const { id, crx } = packCrx(bytes, keyIn(values.key))
    save('crx', crx, files.length)
    console.log(`  its id is ${id}`)
  }
}
// What Mozilla's reviewers build from. @see https://extensionworkshop.com/documentation/publish/source-code-submission/
const sources = trackedNames().map((name) => [name, readFileSync(join(root, name))])
save('source.zip', zip(sources), sources.length)

function save(kind, bytes, count) {
  const file = join(out, kind === 'crx' ? `latchkey-${version}.crx` : `latchkey-${version}-${kind}`)
  writeFileSync(file, bytes)
  console.log(`${relative(root, file)}  ${bytes.length} bytes, ${count} files`)
  return bytes
}
