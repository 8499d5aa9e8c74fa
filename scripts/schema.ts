import { readFileSync, writeFileSync } from 'node:fs'
import { managedSchema } from '../src/settings/managed-schema'
import { words } from './rollout/words'

/** Writes what is made from the settings catalogue; with --check, only says whether it is up to date. */
const made = [{ file: 'public/managed-schema.json', wanted: `${JSON.stringify(managedSchema(words.help), null, 2)}\n` }]

for (const { file, wanted } of made) {
  const address = new URL(`../${file}`, import.meta.url)
  if (!process.argv.includes('--check')) writeFileSync(address, wanted)
  else if (readFileSync(address, 'utf8') !== wanted) {
    console.error(`${file} is older than the settings catalogue: run \`npm run schema\` and commit it.`)
    process.exitCode = 1
  }
}
