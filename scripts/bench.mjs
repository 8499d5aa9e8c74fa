import { ensureInstalled } from './install.mjs'
import { run, typescript } from './run.mjs'

await ensureInstalled({ browsers: ['chromium', 'firefox'] })
const { code } = await run([...typescript('bench/main.ts'), ...process.argv.slice(2)])
process.exit(code)
