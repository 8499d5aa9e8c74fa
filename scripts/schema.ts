import { readFileSync, writeFileSync } from 'node:fs'
import { managedSchema } from '../src/settings/managed-schema'

/** Writes public/managed-schema.json from the settings catalogue; with --check, only says whether it is up to date. */
const file = new URL('../public/managed-schema.json', import.meta.url)
const messages = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
  string,
  { message: string }
>
const describe = (path: string) => {
  const key = `setting_${path.replaceAll('.', '_')}_about`
  const { message } = messages[key] ?? {}
  if (!message) throw new Error(`public/_locales/en/messages.json has no "${key}": write a sentence that says what ${path} does`)
  return message
}
const wanted = `${JSON.stringify(managedSchema(describe), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, wanted)
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('public/managed-schema.json is older than the settings catalogue: run `npm run schema` and commit it.')
  process.exit(1)
}
