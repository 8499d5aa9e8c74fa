import { run, typescript } from './run.mjs'
import { runVitest } from './vitest-run.mjs'

/** Runs everything that others wrote, in Node and in both browsers, and writes what became of it to docs/conformance.md. */
const runs = [
  [['unit', 'unit-alone'], {}, ['test/session/rp-conformance.test.ts', 'test/conformance']],
  [['e2e'], { LATCHKEY_BROWSER: 'chromium' }, ['test/e2e/conformance.test.ts', 'test/e2e/vectors.test.ts']],
  [['e2e'], { LATCHKEY_BROWSER: 'firefox' }, ['test/e2e/conformance.test.ts', 'test/e2e/vectors.test.ts']],
]

let failed = 0
for (const [projects, env, files] of runs) failed += (await runVitest(projects, { env, files })).failed
const { code } = await run(typescript('scripts/conformance.ts'))
process.exitCode = failed === 0 ? code : 1
