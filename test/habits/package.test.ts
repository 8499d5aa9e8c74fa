import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../../scripts/run.mjs'
import { trackedNames } from '../../scripts/source-names.mjs'

let folder: string
const git = (...words: readonly string[]) =>
  execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-sources-'))
  git('init', '--quiet')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the archive of sources holds what is under version control, and not the key or the settings that lie beside it', () => {
  for (const name of ['tracked.ts', 'latchkey.key', 'latchkey-settings.json']) writeFileSync(join(folder, name), '')
  git('add', 'tracked.ts')
  expect(trackedNames(folder)).toEqual(['tracked.ts'])
})

test('keys, policy files and signed packages do not come under version control by mistake', () => {
  cpSync(join(root, '.gitignore'), join(folder, '.gitignore'))
  const made = ['latchkey.pem', 'out/settings.json', 'web-ext-artifacts/latchkey.xpi']
  expect(
    git('check-ignore', ...made)
      .trim()
      .split('\n'),
  ).toEqual(made)
})
