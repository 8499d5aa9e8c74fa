import { readFileSync } from 'node:fs'
import { siteAddress } from '../../src/options/site-address'
import { regionIn } from '../../src/providers/cognito/pool-parts'
import type { Bag } from '../../src/settings/bag'
import { brokenLine } from '../../src/settings/broken-line'
import { fileText } from '../../src/settings/file-text'
import { leafAt } from '../../src/settings/place'
import { resolve } from '../../src/settings/resolve'
import { isNothing, valuesFrom } from '../../src/settings/values'
import { type Remark, remarksOn } from '../../src/setup/remarks'
import { filled, text } from './words'

/** Settings in the form of policy, and what of them may not be meant, a line each. */
interface Readable {
  readonly values: Bag
  readonly remarks: readonly string[]
}

/** The settings of a file, read as policy would be and written as policy is; or everything that is wrong with them, a line each. */
export function readSettings(file: string): Readable | { readonly complaints: readonly string[] } {
  const found = parsed(file)
  if ('complaints' in found) return found
  const resolved = resolve({}, found.value)
  const complaints = resolved.complaints.map(
    ({ where, code }) => `${where || whole}: ${filled(`complaint_${code.replaceAll('-', '_')}`, ...rangeAt(where))}`,
  )
  if (complaints.length > 0) return { complaints }
  const values = valuesFrom(resolved, ['policy'])
  const nothing = isNothing(values) ? [`${whole}: ${text('makePolicyEmpty')}`] : []
  return { values, remarks: [...nothing, ...remarksOn(resolved.settings, siteAddress, regionIn).map(inWords)] }
}

const whole = 'the whole file'

/** The least and the most that a number may be; nothing for what is no number. */
const rangeAt = (where: string): readonly string[] => (leafAt(where.replace(/\[.*\]/, ''))?.range ?? []).map(String)

const inWords = ({ where, code, about }: Remark): string => `${where}: ${filled(`remark_${code.replaceAll('-', '_')}`, about)}`

function parsed(file: string): { readonly value: unknown } | { readonly complaints: readonly string[] } {
  let content: string
  try {
    content = fileText(readFileSync(file))
  } catch (error) {
    if (error instanceof TypeError) return { complaints: ['This is neither UTF-8 nor UTF-16. Save it as UTF-8.'] }
    const { code = '', message } = error as NodeJS.ErrnoException
    return { complaints: [reasons[code] ?? `It cannot be read: ${message}.`] }
  }
  try {
    return { value: JSON.parse(content) }
  } catch (error) {
    const line = brokenLine(content, error as Error)
    return { complaints: [`This is no JSON${line === undefined ? '' : ` (line ${line})`}: ${(error as Error).message}`] }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'This is a folder. Name the settings file in it.',
  EACCES: 'You have no right to read it.',
  EPERM: 'You have no right to read it.',
}
