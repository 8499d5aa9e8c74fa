import { expect, test } from 'vitest'
import { words } from '../../scripts/rollout/words'
import { rolloutFiles } from '../../src/rollout/files'
import { excesses } from '../../src/rollout/limits'
import { originsFrom } from '../../src/rollout/origins'
import type { Plan } from '../../src/rollout/plan'

/** What is too long where the name of the only site has so many characters. */
function excessOf(characters: number) {
  const sites = [{ baseUrl: 'https://wiki.acme.com/', name: 'x'.repeat(characters) }]
  const plan: Plan = { values: { version: 1, sites }, origins: originsFrom({}), version: '1.2.3' }
  return excesses(plan, rolloutFiles(plan, words))
}

test('settings of the usual size fit everywhere', () => expect(excessOf(30_000)).toEqual([]))

test('a value that Group Policy has no room for is told with its length in the registry', () => {
  const longest = 32_766
  const around = JSON.stringify({ version: 1, sites: [{ baseUrl: 'https://wiki.acme.com/', name: '' }] }).length
  expect(excessOf(longest - around)).toEqual([])
  expect(excessOf(longest - around + 1)).toEqual([{ platform: 'windows', code: 'long-value', size: longest + 1 }])
})

test('a script of 200 kilobytes is the longest that Intune takes', () => {
  const plan: Plan = { values: { version: 1 }, origins: originsFrom({}), version: '1.2.3' }
  const excessOfScript = (bytes: number) => excesses(plan, [{ platform: 'intune', name: 'latchkey.ps1', content: 'x'.repeat(bytes) }])
  expect(excessOfScript(200 * 1024)).toEqual([])
  expect(excessOfScript(200 * 1024 + 1)).toEqual([{ platform: 'intune', code: 'long-script', size: 201 }])
})

test('a script that Intune has no room for is told with its kilobytes', () => {
  expect(excessOf(100_000).at(-1)).toEqual({ platform: 'intune', code: 'long-script', size: expect.closeTo(300, -1) })
})
