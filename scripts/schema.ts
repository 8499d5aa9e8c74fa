import { readFileSync, writeFileSync } from 'node:fs'
import { managedSchema } from '../src/settings/managed-schema'
import { settingsPage } from './rollout/settings-page'
import { words } from './rollout/words'

/** Writes what is made from the settings catalogue; with --check, only says whether it is up to date. */
const addressOf = (file: string) => new URL(`../${file}`, import.meta.url)
const read = (file: string) => readFileSync(addressOf(file), 'utf8')

const guide = 'docs/administrators.md'
const mark = '<!-- From here on this page is made from the settings catalogue by `npm run schema`. -->'

const made = [
  { file: 'public/managed-schema.json', wanted: `${JSON.stringify(managedSchema(words.help), null, 2)}\n` },
  { file: guide, wanted: `${read(guide).split(mark)[0]}${mark}\n\n${settingsPage()}\n` },
]

for (const { file, wanted } of made) {
  if (!process.argv.includes('--check')) writeFileSync(addressOf(file), wanted)
  else if (read(file) !== wanted) {
    console.error(`${file} is older than the settings catalogue: run \`npm run schema\` and commit it.`)
    process.exitCode = 1
  }
}
