import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rolloutFiles } from '../src/rollout/files'
import { originsFrom } from '../src/rollout/origins'
import { prettyJson } from '../src/rollout/text'
import { readArguments } from './rollout/arguments'
import { leftOver } from './rollout/left-over'
import { readSettings } from './rollout/read-settings'
import { text, words } from './rollout/words'

/** `npm run rollout`: everything that makes a settings file into policy, for every platform. */
function main(args: readonly string[]): number {
  const asked = readArguments(args)
  if ('complaint' in asked) return complain([asked.complaint], 2)
  const read = readSettings(asked.settings)
  if ('complaints' in read) return complain([`${asked.settings} cannot be rolled out:`, ...read.complaints.map((line) => `  ${line}`)], 1)
  const { version } = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as { version: string }
  const files = rolloutFiles({ values: read.values, origins: originsFrom(asked.given), version }, words)
  write(join(asked.out, 'settings.json'), prettyJson(read.values))
  for (const platform of new Set(files.map((file) => file.platform))) {
    console.log(`\n${text(`platform_${platform.replaceAll('-', '_')}`)}`)
    for (const file of files.filter((one) => one.platform === platform)) write(join(asked.out, platform, file.name), file.content)
    console.log(`  ${text(`platform_${platform.replaceAll('-', '_')}_about`)}`)
  }
  sayLeftOver(
    leftOver(
      asked.out,
      files.map((file) => join(asked.out, file.platform, file.name)),
    ),
  )
  return 0
}

/** Nothing of a folder that somebody named is removed unasked. */
function sayLeftOver(files: readonly string[]): void {
  if (files.length > 0)
    console.log(['\nNot of this run, perhaps of another id. Remove them if so:', ...files.map((file) => `  ${file}`)].join('\n'))
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  console.log(`  ${file}`)
}

function complain(lines: readonly string[], code: number): number {
  console.error(lines.join('\n'))
  return code
}

process.exitCode = main(process.argv.slice(2))
