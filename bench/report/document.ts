import { writeFileSync } from 'node:fs'
import type { Result } from './result'
import { type Table, tablesOf } from './tables'

const file = new URL('../../docs/performance.md', import.meta.url)

/** Writes docs/performance.md from the last results of all benches. */
export async function performanceDocument(results: readonly Result[]): Promise<void> {
  writeFileSync(file, [introduction, ...results.map(chapter)].join('\n'))
}

const introduction = `# Performance

Written by \`npm run bench -- --write\`. All arms of a table are measured in one browser session, in a new order each round, on loopback
under the real host names. A cell is a median with the tenth and the ninetieth percentile; a ratio is the median of the ratios round by
round, with its 95 % interval. Counts, sizes and sure ratios are gates; times belong to a machine and are told. *Too noisy* means that
the interval reaches below the target, or that the ratios vary by 30 % and more.
`

const chapter = (result: Result): string => {
  const { processor, memory, system, browsers } = result.machine
  const taken = `Taken on ${result.day} in ${result.rounds} rounds: ${[processor, memory, system, ...browsers].join('; ')}.`
  return [`## ${result.bench}`, '', taken, '', ...tablesOf(result).flatMap(markdown)].join('\n')
}

const markdown = ({ title, rows: [head = [], ...rows] }: Table): readonly string[] => [
  `**${title}**`,
  '',
  line(head),
  line(head.map((_, column) => (column === 0 ? '---' : '--:'))),
  ...rows.map(line),
  '',
]

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
