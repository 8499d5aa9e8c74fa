import { parseArgs } from 'node:util'
import { type Given, type OriginField, originFields, wrongOrigin } from '../../src/rollout/origins'
import { text } from './words'

/** What `npm run rollout` was asked for. */
export interface RolloutArguments {
  readonly settings: string
  readonly out: string
  readonly given: Given
}

const flagOf = (field: OriginField) => field.replace(/(Id|Url)$/, (part) => `-${part.toLowerCase()}`)

const usage = `npm run rollout -- <settings file> <output folder> [options]

  The settings file has the form that Latchkey exports. Options, where the extension is not in the browser's store under this id:
${originFields.map((field) => `    --${flagOf(field).padEnd(12)} ${about(field)}`).join('\n')}`

function about(field: OriginField): string {
  if (field.endsWith('Id')) return field === 'firefoxId' ? 'its id, as in manifest.json' : 'its id: 32 letters from a to p'
  return field === 'firefoxUrl' ? 'address of the .xpi' : 'address of the update manifest (updates.xml)'
}

/** What was asked for, or a sentence on what is wrong with it; how it should be, for whoever asks that. */
export function readArguments(words: readonly string[]): RolloutArguments | { readonly complaint: string } | { readonly help: string } {
  if (words.some((word) => word === '--help' || word === '-h')) return { help: usage }
  try {
    const options = Object.fromEntries(originFields.map((field) => [flagOf(field), { type: 'string' as const }]))
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const [settings, out, ...more] = positionals
    if (!settings || !out) throw new Error(settings ? 'Say into which folder to write.' : 'Say which settings to roll out.')
    if (more.length > 0) throw new Error(`“${more[0]}” is one too many: there is one settings file and one folder.`)
    const given = Object.fromEntries(originFields.map((field) => [field, String(values[flagOf(field)] ?? '')])) as Given
    for (const field of originFields) insist(field, given[field] ?? '')
    return { settings, out, given }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { complaint: `${said.replace(/(?<=\.) To specify a positional .*/s, '')}\n\n${usage}` } // what Node adds to an unknown option
  }
}

function insist(field: OriginField, value: string): void {
  const wrong = wrongOrigin(field, value)
  if (wrong) throw new Error(`--${flagOf(field)} ${value}: ${text(`origin_${wrong.replaceAll('-', '_')}`)}`)
}
