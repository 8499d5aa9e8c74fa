import { bin, root, run } from '../run.mjs'

/** Builds the extension with these hosts required, apart from the ordinary builds, in `dist/<name>-<kind>`; gives its folder. */
export async function buildFor(kind: 'chromium' | 'firefox', hosts: readonly string[], name = 'demo'): Promise<string> {
  const outDir = `dist/${name}-${kind}`
  const mode = kind === 'firefox' ? 'firefox' : 'chrome'
  const command = [...bin('vite'), 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const { code, output } = await run(command, { env: { LATCHKEY_HOSTS: hosts.join(' ') }, quiet: true })
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
  return `${root}${outDir}`
}
