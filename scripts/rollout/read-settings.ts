import { readFileSync } from 'node:fs'
import type { Bag } from '../../src/settings/migrations'
import { resolve } from '../../src/settings/resolve'
import { valuesFrom } from '../../src/settings/values'
import { text } from './words'

/** The settings of a file, read as policy would be and written as policy is; or everything that is wrong with them, a line each. */
export function readSettings(file: string): { readonly values: Bag } | { readonly complaints: readonly string[] } {
  const found = parsed(file)
  if ('complaints' in found) return found
  const resolved = resolve({}, found.value)
  const complaints = resolved.complaints.map(
    ({ where, code }) => `${where || 'the whole file'}: ${text(`complaint_${code.replaceAll('-', '_')}`)}`,
  )
  return complaints.length ? { complaints } : { values: valuesFrom(resolved, ['policy']) }
}

function parsed(file: string): { readonly value: unknown } | { readonly complaints: readonly string[] } {
  let content: string
  try {
    content = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    return { complaints: [(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file.' : String(error)] }
  }
  try {
    return { value: JSON.parse(content) }
  } catch (error) {
    return { complaints: [`This is no JSON${lineOf(content, String(error))}: ${(error as Error).message}`] }
  }
}

/** Node says how many characters in; people count lines. */
function lineOf(content: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? '' : ` (line ${content.slice(0, Number(position)).split('\n').length})`
}
