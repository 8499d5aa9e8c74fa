/** Who was tried: our core in Node, the built extension in a browser, or the peer. A column of docs/conformance.md. */
export type Column = 'core' | 'chromium' | 'firefox' | 'openid-client'

/** The relying-party cases, or the suites of vectors. */
export type Part = 'rp' | 'vectors'

/** What became of each row, by its id: `yes`, `no`, `late`, or so many of so many. */
export type Results = Readonly<Record<string, string>>

/** Where the tests of one column leave what they found, for the table. */
export const resultsFile = (column: Column, part: Part): URL => new URL(`../../dist/conformance/${column}.${part}.json`, import.meta.url)
