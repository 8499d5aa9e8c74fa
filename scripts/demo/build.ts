import { bin, root, run } from '../run.mjs'

/** Builds the extension with these hosts required into `folder`, which is within the project's; gives the whole of its path. */
export async function buildFor(kind: 'chromium' | 'firefox', hosts: readonly string[], folder = `dist/demo-${kind}`): Promise<string> {
  const mode = kind === 'firefox' ? 'firefox' : 'chrome'
  const command = [...bin('vite'), 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']
  const { code, output } = await run(command, { env: { LATCHKEY_HOSTS: hosts.join(' ') }, quiet: true })
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
  return `${root}${folder}`
}
