import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, root, run } from './run.mjs'

/** The linter is Firefox's: it does not know the permission that Chrome's side panel takes, where Firefox's sidebar takes none. */
const isSidePanel = ({ code, message }) => code === 'MANIFEST_PERMISSIONS' && message.includes('Invalid permissions "sidePanel"')

/**
 * Runs `web-ext lint` on a built extension. Every message counts as a complaint but those allowed here, which are told by name.
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<{ complaints: string[], allowed: string[] }>}
 */
export async function lintExtension(browser) {
  const folder = join(root, 'dist', browser)
  const { output } = await run([...bin('web-ext'), 'lint', '--source-dir', folder, '--output', 'json'], { quiet: true })
  const start = output.indexOf('{"count"')
  if (start < 0) return { complaints: [`web-ext gave no report: ${output}`], allowed: [] }
  const { errors, warnings, notices } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1))
  const isAllowed = (message) =>
    warnings.includes(message) && ((browser === 'chrome' && isSidePanel(message)) || isPreacts(message, folder))
  const all = [...errors, ...warnings, ...notices]
  return { complaints: all.filter((one) => !isAllowed(one)).map(told), allowed: all.filter(isAllowed).map(told) }
}

/**
 * Unmodified preact assigns innerHTML for `dangerouslySetInnerHTML`, whose value is the `__html` that stands right before.
 * Mozilla forbids shipping modified libraries; none of our own files may use either word.
 */
function isPreacts({ code, message, file, line, column }, folder) {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || message !== 'Unsafe assignment to innerHTML') return false
  const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? ''
  const around = text.slice(Math.max(0, column - 200), column + 200)
  return around.includes('__html') && !oursUseInnerHtml()
}

const oursUseInnerHtml = () =>
  readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => /innerHTML|dangerouslySet/i.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')))

const told = ({ _type, code, message, file, line, column }) =>
  `${_type} ${code}: ${message} (${[file, line, column].filter((part) => part !== undefined).join(':')})`
