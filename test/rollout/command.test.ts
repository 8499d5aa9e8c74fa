import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readArguments } from '../../scripts/rollout/arguments'
import { leftOver } from '../../scripts/rollout/left-over'
import { readSettings } from '../../scripts/rollout/read-settings'
import { unnamed } from '../../scripts/rollout/unnamed'
import { writeFiles } from '../../scripts/rollout/write-files'
import { typescript } from '../../scripts/run.mjs'
import { encoded } from '../settings/encoded'
import { settings } from './example'

const folder = mkdtempSync(join(tmpdir(), 'latchkey-rollout-'))
afterAll(() => rmSync(folder, { recursive: true }))
function stored(content: string | Uint8Array): string {
  const file = join(folder, 'settings.json')
  writeFileSync(file, content)
  return file
}
const complaintsOf = (content: string) => {
  const read = readSettings(stored(content))
  return 'complaints' in read ? read.complaints : []
}

test('settings as Latchkey exports them are read, and as Windows writes them', () => {
  expect(readSettings(stored(JSON.stringify(settings)))).toEqual({ values: settings, remarks: [] })
  for (const encoding of ['utf8', 'utf16le', 'utf16be'] as const)
    expect(readSettings(stored(encoded(JSON.stringify(settings), encoding)))).toEqual({ values: settings, remarks: [] })
})

test('a file in the code page of one machine is refused with how to save it: its letters would be others', () => {
  expect(readSettings(stored(Buffer.from('{"sites": [{"name": "Büro"}]}', 'latin1')))).toEqual({
    complaints: ['This is neither UTF-8 nor UTF-16. Save it as UTF-8.'],
  })
})

test('everything that is wrong with a file is said at once, with where it stands', () => {
  const wrong = { sites: [{ baseUrl: 'http://wiki.acme.com' }, { baseUrl: 'https://a.example/', delaySeconds: 99 }], colour: 'red' }
  expect(complaintsOf(JSON.stringify(wrong))).toEqual([
    'colour: There is no such setting.',
    'sites[0].baseUrl: Only https:// addresses are safe to use. (Plain http:// is for localhost.)',
    'sites[https://a.example/].delaySeconds: A whole number from 0 to 60 is needed here.',
  ])
})

test('settings of a newer Latchkey are refused, and nothing is said to be used of them', () => {
  expect(complaintsOf('{ "version": 99, "sites": [] }')).toEqual([
    'version: These settings were written by a newer version of Latchkey. Update Latchkey to use all of them.',
  ])
})

test('what may not be meant is pointed out before it is in every browser', () => {
  const site = { baseUrl: 'https://wiki.acme.com/', provider: 'acmee', startUrl: 'https://evil.example/' }
  const jira = { baseUrl: 'https://jira.acme.com/browse/ABC-1' }
  const read = readSettings(stored(JSON.stringify({ sites: [site, jira] })))
  expect('remarks' in read && read.remarks).toEqual([
    'sites[https://wiki.acme.com/].provider: There is no identity provider called acmee, so signing in to see claims does not work.',
    expect.stringMatching(/^sites\[https:\/\/wiki.acme.com\/\].startUrl: https:\/\/evil.example\/ is not an address of this site/),
    expect.stringMatching(/^sites\[https:\/\/jira.acme.com\/browse\/ABC-1\/\].baseUrl: This looks like a page of another product/),
  ])
})

test('files are written into folders that are made for them, and what cannot be written is said in a sentence', () => {
  const files = [
    { name: 'a.txt', content: 'A' },
    { name: join('b', 'c.txt'), content: 'C' },
  ]
  const out = join(folder, 'written', 'here')
  expect(writeFiles(out, files)).toBeUndefined()
  expect(readFileSync(join(out, 'b', 'c.txt'), 'utf8')).toBe('C')
  expect(writeFiles(join(out, 'a.txt'), files)).toBe(
    `${join(out, 'a.txt', 'a.txt')} cannot be written: there is a file where a folder has to be.`,
  )
})

// In a process of its own: what never ends cannot be stopped in this one. Only Linux has such a folder.
test.runIf(process.platform === 'linux')(
  'a folder where the system lets nobody make one ends the run with a sentence',
  { timeout: 30_000 },
  () => {
    const [node = '', ...script] = typescript('scripts/rollout.ts')
    const ended = spawnSync(node, [...script, stored(JSON.stringify(settings)), '/proc/latchkey/out'], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(ended.stderr).toBe('/proc/latchkey/out/settings.json cannot be written: no folder can be made there.\n')
    expect(ended.status).toBe(1)
  },
)

test('a file that is no JSON is told by its line, and one that is not there by its name', () => {
  expect(complaintsOf('{\n  "sites": [\n    { "baseUrl" "x" }\n  ]\n}')[0]).toMatch(/^This is no JSON \(line 3\): /)
  expect(complaintsOf('"settings"')).toEqual(['the whole file: A group of settings is needed here.'])
  expect(readSettings(join(folder, 'nothing.json'))).toEqual({ complaints: ['There is no such file.'] })
  expect(readSettings(join(stored('{}'), 'settings.json'))).toEqual({ complaints: ['There is no such file.'] })
})

test('a file that sets nothing is said to set nothing: it may be another one than was meant', () => {
  for (const content of ['{}', '{ "version": 1, "sites": [] }'])
    expect(readSettings(stored(content))).toEqual({ values: { version: 1 }, remarks: [expect.stringMatching(/^the whole file: /)] })
})

test('a folder in the place of the settings file is told in a sentence', () => {
  expect(readSettings(folder)).toEqual({ complaints: ['This is a folder. Name the settings file in it.'] })
})

test.each<[string, string[], string]>([
  ['nothing at all', [], 'Say which settings to roll out.'],
  ['no folder', ['a.json'], 'Say into which folder to write.'],
  ['a third word', ['a.json', 'out', 'more'], '“more” is one too many'],
  ['an option that there is not', ['a.json', 'out', '--chrom-id', 'x'], "Unknown option '--chrom-id'"],
  ['an id that is none', ['a.json', 'out', '--chrome-id', 'latchkey'], '--chrome-id latchkey: This is not an extension’s id'],
  ['an address that is none', ['a.json', 'out', '--firefox-url', 'latchkey.xpi'], '--firefox-url latchkey.xpi: This has to be an address'],
])('%s is answered with a sentence and how it should be', (_, args, sentence) => {
  const asked = readArguments(args)
  expect('complaint' in asked && asked.complaint).toContain(sentence)
  expect('complaint' in asked && asked.complaint).toContain('npm run rollout -- <settings file> <output folder>')
})

test.each(['--help', '-h'])('whoever asks by %s how it should be is told that, and nothing else', (word) => {
  expect(readArguments([word])).toEqual({ help: expect.stringMatching(/^npm run rollout -- <settings file> <output folder>/) })
})

test('what is said of an option that there is not is one sentence', () => {
  const asked = readArguments(['a.json', 'out', '--chrom-id', 'x'])
  expect('complaint' in asked && asked.complaint.split('\n')[0]).toBe("Unknown option '--chrom-id'.")
})

test('how it should be names each option with what it takes', () => {
  const asked = readArguments([])
  const lines = 'complaint' in asked ? asked.complaint.split('\n').filter((line) => line.includes('--') && !line.startsWith('npm')) : []
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['--chrome-id', 'its id: 32 letters from a to p'],
    ['--chrome-url', 'address of the update manifest (updates.xml)'],
    ['--edge-id', 'its id: 32 letters from a to p'],
    ['--edge-url', 'address of the update manifest (updates.xml)'],
    ['--firefox-id', 'its id, as in manifest.json'],
    ['--firefox-url', 'address of the .xpi'],
  ])
})

test('a browser whose id nobody has given is pointed out: no store has the id of a build of one’s own', () => {
  expect(unnamed({ chromeId: 'a'.repeat(32) })).toEqual([
    expect.stringMatching(/^edge: The files name [a-p]{32}, since no --edge-id was given\./),
  ])
  expect(unnamed({ chromeId: 'a'.repeat(32), edgeId: 'b'.repeat(32) })).toEqual([])
})

test('what an earlier run has left is told from what this one has written, and from files of the administrator’s own', () => {
  const out = join(folder, 'out')
  for (const name of ['jamf', 'windows', 'mine']) mkdirSync(join(out, name), { recursive: true })
  const [mine, written, old] = ['mine/notes.txt', 'windows/latchkey.admx', 'jamf/com.google.Chrome.extensions.old.plist'].map((name) =>
    join(out, name),
  ) as [string, string, string]
  for (const file of [mine, written, old]) writeFileSync(file, '')
  expect(leftOver(out, [written])).toEqual([old])
  expect(leftOver(join(folder, 'nothing'), [])).toEqual([])
})

test('what is asked for is understood', () => {
  expect(readArguments(['a.json', 'out', '--edge-id', 'b'.repeat(32)])).toMatchObject({
    settings: 'a.json',
    out: 'out',
    given: { edgeId: 'b'.repeat(32), chromeId: '' },
  })
})
