import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, run } from './run.mjs'

/**
 * Runs vitest projects before the reader's eyes, or quietly, and counts.
 * @param {('unit' | 'unit-alone' | 'unit-with-tools' | 'e2e' | 'e2e-alone')[]} projects
 * @param {{ env?: Record<string, string>, quiet?: boolean, files?: string[] }} [options] files: only these; all without
 * @returns {Promise<{ passed: number, failed: number, skipped: string[], complaints: string[], output: string }>} skipped: full titles; complaints: title and reason of each failure; output: if quiet
 */
export async function runVitest(projects, { files = [], ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-vitest-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const words = [
    ...bin('vitest'),
    'run',
    '--config',
    'test/vitest.config.ts',
    ...projects.flatMap((name) => ['--project', name]),
    ...reporters,
    ...files,
  ]
  const { code, output } = await run(words, options)
  const counts = { ...countsOf(report), output }
  rmSync(folder, { recursive: true, force: true })
  // Errors outside of tests, or no report at all: something failed that has no test's name.
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, complaints: [`an error outside of any test: see the output (vitest ended with ${code})`] }
    : counts
}

function countsOf(report) {
  let files
  try {
    files = JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return { passed: 0, failed: 0, skipped: [], complaints: [] }
  }
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const brokenFiles = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status))
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + brokenFiles.length,
    skipped: withStatus('skipped', 'pending', 'todo').map(({ fullName }) => fullName),
    complaints: [
      ...withStatus('failed').map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join('\n')}`),
      ...brokenFiles.map(({ name, message }) => `${name}: ${message}`),
    ],
  }
}
