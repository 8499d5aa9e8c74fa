import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolloutFiles } from '../src/rollout/files'
import { type Excess, excesses } from '../src/rollout/limits'
import { originsFrom } from '../src/rollout/origins'
import type { Plan, RolloutFile } from '../src/rollout/plan'
import { prettyJson } from '../src/rollout/text'
import { readArguments } from './rollout/arguments'
import { leftOver } from './rollout/left-over'
import { readSettings } from './rollout/read-settings'
import { unnamed } from './rollout/unnamed'
import { filled, text, words } from './rollout/words'
import { writeFiles } from './rollout/write-files'

/** `npm run rollout`: everything that makes a settings file into policy, for every platform. */
function main(args: readonly string[]): number {
  const asked = readArguments(args)
  if ('help' in asked) {
    console.log(asked.help)
    return 0
  }
  if ('complaint' in asked) return complain([asked.complaint], 2)
  const read = readSettings(asked.settings)
  if ('complaints' in read) return complain([`${asked.settings} cannot be rolled out:`, ...read.complaints.map((line) => `  ${line}`)], 1)
  const { version } = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as { version: string }
  const plan: Plan = { values: read.values, origins: originsFrom(asked.given), version }
  const files = rolloutFiles(plan, words)
  const named = files.map(({ platform, name, content }) => ({ name: join(platform, name), content }))
  const unwritten = writeFiles(asked.out, [{ name: 'settings.json', content: prettyJson(read.values) }, ...named])
  if (unwritten) return complain([unwritten], 1)
  sayWritten(asked.out, files)
  say('Look at these before you roll them out:', [...read.remarks, ...unnamed(asked.given), ...excesses(plan, files).map(excessInWords)])
  const mine = named.map(({ name }) => join(asked.out, name))
  say('Not of this run, perhaps of another id. Remove them if so:', leftOver(asked.out, mine)) // nothing of somebody's folder is removed unasked
  return 0
}

function sayWritten(out: string, files: readonly RolloutFile[]): void {
  console.log(`  ${join(out, 'settings.json')}`)
  for (const platform of new Set(files.map((file) => file.platform))) {
    const key = `platform_${platform.replaceAll('-', '_')}`
    const names = files.flatMap((file) => (file.platform === platform ? [join(out, platform, file.name)] : []))
    console.log(['', text(key), ...[...names, text(`${key}_about`)].map((line) => `  ${line}`)].join('\n'))
  }
}

const excessInWords = ({ platform, code, size }: Excess): string =>
  `${platform}: ${filled(`excess_${code.replaceAll('-', '_')}`, size.toLocaleString('en'))}`

function say(heading: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(['', heading, ...lines.map((line) => `  ${line}`)].join('\n'))
}

function complain(lines: readonly string[], code: number): number {
  console.error(lines.join('\n'))
  return code
}

process.exitCode = main(process.argv.slice(2))
