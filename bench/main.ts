import { benches } from './benches'
import { readArguments } from './read-arguments'
import { performanceDocument } from './report/document'
import { printResult } from './report/print'
import { hasResult, type Result, readResult, resultOf, writeResult } from './report/result'
import { fails } from './report/verdict'

/** `npm run bench`: measures Latchkey beside its floors and its rivals. Fails where a count or a sure ratio misses its target. */
async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2))
  if ('complaint' in wanted) {
    console.error(wanted.complaint)
    return 2
  }
  const unknown = wanted.write ? Object.keys(benches).filter((name) => !wanted.names.some((one) => one === name) && !hasResult(name)) : []
  if (unknown.length > 0) {
    console.error(`docs/performance.md has a chapter on ${unknown.join(', ')} too, not measured on this machine yet: name it as well.`)
    return 2
  }
  const missed: string[] = []
  for (const name of wanted.names) {
    const result = await measured(name, wanted.rounds)
    missed.push(...result.figures.filter(fails).map(({ what, where }) => `${name}: ${what} (${where})`))
  }
  if (wanted.write) await performanceDocument(Object.keys(benches).map(readResult))
  for (const one of missed) console.error(`missed: ${one}`)
  return missed.length === 0 ? 0 : 1
}

async function measured(name: keyof typeof benches, rounds: number): Promise<Result> {
  console.log(`\n── ${name}`)
  const result = resultOf(name, rounds, await benches[name]({ rounds, tell: (step) => console.log(`   ${step}`) }))
  writeResult(result)
  printResult(result)
  return result
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
