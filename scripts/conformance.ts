import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resultsFile } from '../test/conformance/results'
import { conformanceDocument, type Found } from '../test/conformance/table'
import { isWithoutVectors } from '../test/session/vectors'

/** Writes docs/conformance.md from what the tests found last; with --check, only says whether it is up to date. */
const file = new URL('../docs/conformance.md', import.meta.url)

const found: Found = (column, part) => {
  const results = resultsFile(column, part)
  if (!existsSync(results)) give(`The tests of ${column} (${part}) have left no results: run \`npm run conformance\`.`)
  return JSON.parse(readFileSync(results, 'utf8'))
}

function give(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

if (isWithoutVectors) {
  console.log('The vectors of others are not on this machine: docs/conformance.md stays as it is.')
  process.exit()
}
const wanted = conformanceDocument(found)
if (!process.argv.includes('--check')) writeFileSync(file, wanted)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
  give('docs/conformance.md is not what the tests found: run `npm run conformance` and commit it.')
}
