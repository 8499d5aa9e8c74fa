import { spawn } from 'node:child_process'
import { ensureInstalled } from './install.mjs'
import { bin, root } from './run.mjs'

await ensureInstalled()

/** Rebuilds dist/chrome and dist/firefox at every change, until Ctrl-C. */
const [vite] = bin('vite')
for (const mode of ['chrome', 'firefox']) {
  const watcher = spawn(vite, ['build', '--watch', '--mode', mode], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  watcher.once('exit', (code) => process.exit(code ?? 0))
}
