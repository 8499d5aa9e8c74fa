import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, onTestFinished } from 'vitest'

/** Who was tried: our core in Node, the built extension in a browser, or the peer. A column of docs/conformance.md. */
export type Column = 'core' | 'chromium' | 'firefox' | 'openid-client'

/** What became of each row, by its id: `yes`, `no`, or so many of so many. */
export type Results = Readonly<Record<string, string>>

/** Where the tests of one run leave what they found, for the table. */
export const resultsFolder = new URL('../../dist/conformance/', import.meta.url)

/** Collects what a test file finds, and leaves it for the table when the file is through; `part` tells files of one column apart. */
export function recordFor(column: Column, part: string) {
  const results: Record<string, string> = {}
  afterAll(() => {
    mkdirSync(resultsFolder, { recursive: true })
    writeFileSync(new URL(`${column}.${part}.json`, resultsFolder), JSON.stringify(results, null, 2))
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
