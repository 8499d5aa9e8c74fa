// Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const windows = process.platform === 'win32'

/** npm as a command, also where only the npm that started us is known. */
export const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']

/** A package's command, as npm puts it into node_modules/.bin. */
export const bin = (name) => [`${root}node_modules/.bin/${name}`]

/** Node on a TypeScript file. */
export const typescript = (file) => [process.execPath, '--import', 'tsx', file]

/** A command as one line for Windows' shell, which would split a folder's name at its blanks. */
export const inShell = (command) => command.map((word) => `"${word}"`).join(' ')

/**
 * Starts a command in the project's folder.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start([file, ...args], options) {
  // npm and node_modules/.bin are .cmd files on Windows, which only a shell starts.
  if (windows && file !== process.execPath) return spawn(inShell([file, ...args]), { cwd: root, ...options, shell: true })
  return spawn(file, args, { cwd: root, ...options })
}

/**
 * Runs a command in the project's folder. Never rejects: a command that cannot be started gives code 127.
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: keep the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = start(command, { env: { ...process.env, ...env }, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
