import type { Result } from './result'
import { tablesOf } from './tables'

/** Prints a result as tables for a terminal. */
export function printResult(result: Result): void {
  for (const { title, rows } of tablesOf(result)) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
    console.log(`\n${title}`)
    for (const row of rows)
      console.log(
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
  }
  console.log('')
}
