// Runs before anything is installed: Node's own modules only.
import { ensureInstalled } from './install.mjs'
import { run, typescript } from './run.mjs'

await ensureInstalled()
const { code } = await run([...typescript('scripts/rollout.ts'), ...process.argv.slice(2)])
process.exit(code)
