import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

const entry = fileURLToPath(new URL('judge-in-page.ts', import.meta.url))

/** The judge as one script, built as the extension is; a page that runs it has `misjudged`. */
export async function judgeScript(): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'judge' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, target: 'es2023', lib } })
  const [output] = [built].flat() as Rolldown.RolldownOutput[]
  const chunk = output?.output[0]
  if (!chunk) throw new Error('vite built no judge')
  return chunk.code
}
