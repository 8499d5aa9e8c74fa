// Runs before anything is installed: Node's own modules only.
import { readArguments } from './demo/arguments.mjs'
import { ensureInstalled } from './install.mjs'
import { run, typescript } from './run.mjs'

const words = process.argv.slice(2)
const options = readArguments(words)
if ('complaint' in options) {
  console.error(options.complaint)
  process.exit(2)
}
await ensureInstalled({ browsers: [options.kind] })
// Ctrl-C reaches the demonstration too, which closes everything; we only wait for it.
process.on('SIGINT', () => {})
const { code } = await run([...typescript('scripts/demo.ts'), ...words])
process.exit(code)
