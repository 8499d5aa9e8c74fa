import { ensureInstalled } from './install.mjs'
import { bin, start } from './run.mjs'

await ensureInstalled()

/** Rebuilds dist/chrome and dist/firefox at every change, until Ctrl-C. */
for (const mode of ['chrome', 'firefox']) {
  const watcher = start([...bin('vite'), 'build', '--watch', '--mode', mode], { stdio: 'inherit' })
  watcher.once('exit', (code) => process.exit(code ?? 0))
}
