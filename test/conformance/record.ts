import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, onTestFinished } from 'vitest'
import { type Column, type Part, resultsFile } from './results'

/** Collects what a test file finds, and leaves it for the table when the file is through. */
export function recordFor(column: Column, part: Part) {
  const results: Record<string, string> = {}
  afterAll(() => {
    const file = resultsFile(column, part)
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, JSON.stringify(results, null, 2))
  })
  return {
    /** Takes the end of the running test for that of the row. */
    thisTest: (id: string): void =>
      onTestFinished(({ task }) => {
        results[id] = task.result?.state === 'pass' ? 'yes' : 'no'
      }),
    note: (id: string, result: string): void => {
      results[id] = result
    },
  }
}
