import { parseArgs } from 'node:util'
import { benches } from './benches'

type Name = keyof typeof benches
const names = Object.keys(benches) as Name[]
const usage = `npm run bench -- [${names.join(' | ')}] [--rounds 30] [--write]`

/** What to measure, in how many rounds, and whether docs/performance.md is to be written from it; or a sentence on what is wrong. */
export function readArguments(
  words: readonly string[],
): { names: readonly Name[]; rounds: number; write: boolean } | { complaint: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { rounds: { type: 'string', default: '30' }, write: { type: 'boolean', default: false } },
    })
    const unknown = positionals.find((word) => !names.includes(word as Name))
    if (unknown !== undefined) throw new Error(`There is no bench "${unknown}".`)
    const rounds = Number(values.rounds)
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds} is no whole number from 1 on.`)
    return { names: positionals.length ? (positionals as Name[]) : names, rounds, write: values.write }
  } catch (error) {
    return { complaint: `${(error as Error).message}\n\n${usage}` }
  }
}
