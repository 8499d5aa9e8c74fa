import { existsSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'
import { lintExtension } from './lint-extension.mjs'
import { packageTwice } from './reproducible.mjs'
import { bin, root, run, typescript } from './run.mjs'
import { runVitest } from './vitest-run.mjs'

/** biome colours its words even for a file, unless told. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']

/** Everything that says whether Latchkey is sound. A stage gives its own counts; `after` names stages without which it cannot run. */
const stages = [
  { name: 'types', act: () => command(...bin('tsc'), '--noEmit') },
  { name: 'format and lint', act: () => command(...bin('biome'), 'ci', ...colours, '.') },
  { name: 'managed schema up to date', act: () => command(...typescript('scripts/schema.ts'), '--check') },
  { name: 'unit tests', act: () => runVitest(['unit']) },
  { name: 'build for Chrome', act: () => build('chrome') },
  { name: 'build for Firefox', act: () => build('firefox') },
  { name: 'web-ext lint, Chrome', after: 'build for Chrome', act: () => lint('chrome') },
  { name: 'web-ext lint, Firefox', after: 'build for Firefox', act: () => lint('firefox') },
  { name: 'sizes within their budgets, Chrome', after: 'build for Chrome', act: () => sizes('chrome') },
  { name: 'sizes within their budgets, Firefox', after: 'build for Firefox', act: () => sizes('firefox') },
  { name: 'packages the same twice', after: 'build for Firefox', act: async () => told(await packageTwice()) },
]

/** Browsers wait more than they work, so both are driven at once; what the second says is shown when the first is done. */
const endToEnd = [
  {
    name: 'end to end in Chromium',
    after: 'build for Chrome',
    act: () => runVitest(['e2e', 'e2e-alone'], { env: { LATCHKEY_BROWSER: 'chromium' } }),
  },
  {
    name: 'end to end in Firefox',
    after: 'build for Firefox',
    act: () => runVitest(['e2e', 'e2e-alone'], { env: { LATCHKEY_BROWSER: 'firefox' }, quiet: true }),
  },
]

/** The vectors of others are not part of the project: without them there is nothing to compare with. */
const conformance = {
  name: 'docs/conformance.md up to date',
  act: () => (existsSync(`${root}../shared/corpus/vectors`) ? command(...typescript('scripts/conformance.ts'), '--check') : absent),
}
const absent = { passed: 0, failed: 0, skipped: ['the vectors of others are not on this machine'], complaints: [] }

const build = (mode) => command(...bin('vite'), 'build', '--mode', mode, '--logLevel', 'warn')

async function lint(browser) {
  const { complaints, allowed } = await lintExtension(browser)
  for (const one of allowed) console.log(`  allowed: ${one}`)
  return told(complaints)
}

async function sizes(browser) {
  // Its library is installed by now.
  const { weigh } = await import('./budgets.mjs')
  const weights = await weigh(browser)
  for (const { what, bytes, atMost } of weights) console.log(`  ${what}: ${bytes} of ${atMost} bytes after gzip`)
  return told(weights.filter(({ bytes, atMost }) => bytes > atMost).map(({ what }) => `${what} is heavier than scripts/budgets.mjs allows`))
}

async function command(...words) {
  return told((await run(words)).code === 0 ? [] : [`${words.slice(0, 4).join(' ')} failed`])
}

/** One more that passed, or one that failed for these reasons. */
function told(complaints) {
  for (const one of complaints) console.log(`  ${one}`)
  const sound = complaints.length === 0
  return { passed: sound ? 1 : 0, failed: sound ? 0 : 1, skipped: [], complaints }
}

async function runStage(stage) {
  console.log(`\n── ${stage.name}`)
  const start = performance.now()
  const result = broken.has(stage.after) ? told([`not run: ${stage.after} failed`]) : await stage.act()
  if (result.output) console.log(result.output)
  const verdict = result.failed === 0 ? 'passed' : 'FAILED'
  console.log(`── ${stage.name}: ${verdict} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  count(stage, result)
}

function count(stage, { passed, failed, skipped, complaints }) {
  if (failed > 0) broken.add(stage.name)
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped.map((title) => `${stage.name}: ${title}`))
  total.complaints.push(...complaints.map((one) => `${stage.name}: ${one}`))
}

await ensureInstalled({ browsers: ['chromium', 'firefox'], screen: true, aws: true })
const total = { passed: 0, failed: 0, skipped: [], complaints: [] }
const broken = new Set()
for (const stage of stages) await runStage(stage)
await Promise.all(endToEnd.map(runStage))
await runStage(conformance)

console.log('')
for (const title of total.skipped) console.log(`skipped: ${title}`)
// Last, since of a long output the end is what is kept.
for (const one of total.complaints) console.log(`failed: ${one}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
