import { type Weight, weigh } from '../../scripts/budgets.mjs'
import { bin, run } from '../../scripts/run.mjs'
import type { Figure } from '../report/measurement'

let built: Promise<readonly Weight[]> | undefined

/** What these parts of the extension weigh after gzip, with everything that they import, by an ordinary build. */
export async function weights(parts: readonly string[]): Promise<readonly Figure[]> {
  built ??= build()
  return (await built)
    .filter(({ what }) => parts.includes(what))
    .map(({ what, bytes, target }) => ({
      what: `Weight of the ${what}, gzip`,
      where: 'build',
      unit: 'bytes',
      value: bytes,
      atMost: target,
    }))
}

async function build(): Promise<readonly Weight[]> {
  const { code, output } = await run([...bin('vite'), 'build', '--mode', 'chrome', '--logLevel', 'warn'], { quiet: true })
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
  return weigh('chrome')
}
