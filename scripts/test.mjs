import { existsSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'
import { lintExtension } from './lint-extension.mjs'
import { packageElsewhere } from './reproducible.mjs'
import { bin, root, run, typescript } from './run.mjs'
import { unusedFiles } from './unused.mjs'
import { runVitest } from './vitest-run.mjs'

/** biome colours its words even for a file, unless told. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']

const vectors = `${root}../shared/corpus/vectors`
const absent = { passed: 0, failed: 0, skipped: ['the vectors of others are not on this machine'], complaints: [] }

/**
 * Everything that says whether Latchkey is sound: groups one after another, the rows of a group side by side, the stages of a row one
 * after another. A stage gives its own counts; `after` names one without which it cannot run. Of a group's stages at most one speaks
 * for itself while it runs; what the others have to say is shown when they are done.
 */
const groups = [
  [
    [
      { name: 'types', act: () => command(...bin('tsc'), '--noEmit') },
      { name: 'format and lint', act: () => command(...bin('biome'), 'ci', ...colours, '.') },
      { name: 'managed schema up to date', act: () => command(...typescript('scripts/schema.ts'), '--check') },
      { name: 'unit tests', speaks: true, act: () => runVitest(['unit', 'unit-alone']) },
    ],
    // Each is one process on one core for the most part.
    [
      { name: 'packages', act: () => command(process.execPath, 'scripts/package.mjs') },
      { name: 'web-ext lint, Chrome', after: 'packages', act: () => lint('chrome') },
      { name: 'web-ext lint, Firefox', after: 'packages', act: () => lint('firefox') },
      { name: 'sizes within their budgets, Chrome', after: 'packages', act: () => sizes('chrome') },
      { name: 'sizes within their budgets, Firefox', after: 'packages', act: () => sizes('firefox') },
      { name: 'no file that nothing loads, Chrome', after: 'packages', act: () => unused('chrome') },
      { name: 'no file that nothing loads, Firefox', after: 'packages', act: () => unused('firefox') },
      { name: 'the same packages elsewhere', after: 'packages', act: async () => told(await packageElsewhere()) },
      { name: 'unit tests with the tools of others', act: () => tools.then(() => runVitest(['unit-with-tools'], { quiet: true })) },
    ],
  ],
  // Three files at a time keep two cores busy, four only make each other late: one browser after the other, but for the few files that wait for policy.
  [[{ name: 'end to end in Chromium', after: 'packages', speaks: true, act: () => drive('chromium', ['e2e'], ['dist/chrome']) }]],
  [
    [
      {
        name: 'end to end in Firefox',
        after: 'packages',
        speaks: true,
        act: () => drive('firefox', ['e2e', 'e2e-alone'], ['dist/firefox']),
      },
    ],
    [
      {
        name: 'end to end in Chromium, under policy',
        after: 'packages',
        act: () => drive('chromium', ['e2e-alone'], ['dist/chrome', 'dist/demo-chromium'], { quiet: true }),
      },
    ],
  ],
  [[{ name: 'docs/conformance.md up to date', act: conformance }]],
]

/** `built`: folders that need not be built once more. */
async function drive(browser, projects, built, how) {
  await browsers
  return runVitest(projects, { env: { LATCHKEY_BROWSER: browser, LATCHKEY_BUILT: built.join(' ') }, ...how })
}

/** The vectors of others are not part of the project: without them there is nothing to compare with. */
async function conformance() {
  return existsSync(vectors) ? command(...typescript('scripts/conformance.ts'), '--check') : absent
}

async function lint(browser) {
  const { complaints, allowed } = await lintExtension(browser)
  return told(
    complaints,
    allowed.map((one) => `allowed: ${one}`),
  )
}

async function sizes(browser) {
  // Its library is installed by now.
  const { weigh } = await import('./budgets.mjs')
  const weights = await weigh(browser)
  return told(
    weights.filter(({ bytes, atMost }) => bytes > atMost).map(({ what }) => `${what} is heavier than scripts/budgets.mjs allows`),
    weights.map(({ what, bytes, atMost }) => `${what}: ${bytes} of ${atMost} bytes after gzip`),
  )
}

function unused(browser) {
  return told(unusedFiles(browser).map((name) => `nothing loads ${name}`))
}

async function command(...words) {
  const { code, output } = await run(words, { quiet: true })
  return { ...told(code === 0 ? [] : [`${words.slice(0, 4).join(' ')} failed`]), output }
}

/** One more that passed, or one that failed for these reasons; `notes` are shown either way. */
function told(complaints, notes = []) {
  const sound = complaints.length === 0
  const output = [...notes, ...complaints].map((one) => `  ${one}`).join('\n')
  return { passed: sound ? 1 : 0, failed: sound ? 0 : 1, skipped: [], complaints, output }
}

async function runRow(row) {
  for (const stage of row) await runStage(stage)
}

async function runStage(stage) {
  const heading = `\n── ${stage.name}`
  if (stage.speaks) console.log(heading)
  const start = performance.now()
  const result = broken.has(stage.after) ? told([`not run: ${stage.after} failed`]) : await stage.act()
  const verdict = `${result.failed === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`
  const said = [stage.speaks ? '' : heading, result.output?.trimEnd() ?? '', `── ${stage.name}: ${verdict}`]
  console.log(said.filter(Boolean).join('\n'))
  count(stage, result)
}

function count(stage, { passed, failed, skipped, complaints }) {
  if (failed > 0) broken.add(stage.name)
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped.map((title) => `${stage.name}: ${title}`))
  total.complaints.push(...complaints.map((one) => `${stage.name}: ${one}`))
}

const packages = ensureInstalled()
const tools = ensureInstalled({ tools: ['aws', 'registry'] })
// The largest packages come while the unit tests run, which need neither tool nor browser.
const browsers = tools.then(() => ensureInstalled({ browsers: ['chromium', 'firefox'], tools: ['screen'] }))
await packages
const total = { passed: 0, failed: 0, skipped: [], complaints: [] }
const broken = new Set()
for (const rows of groups) await Promise.all(rows.map(runRow))

console.log('')
for (const title of total.skipped) console.log(`skipped: ${title}`)
// Last, since of a long output the end is what is kept.
for (const one of total.complaints) console.log(`failed: ${one}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
