// Runs before anything is installed: Node's own modules only.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browsers.mjs'
import { bin, npm, root, run } from './run.mjs'

/** Distribution packages. Each tool is for one test: that which needs a screen, runs our commands for AWS, has our registration files read by others. */
const packages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  screen: ['xvfb', 'xdotool', 'imagemagick'],
  aws: ['awscli'],
  registry: ['libwin-hivex-perl'],
}

/** The program that is there once a tool is. */
const programs = { screen: 'Xvfb', aws: 'aws', registry: 'hivexregedit' }

/** Used where the distribution has none. Mozilla's own Firefox before Playwright's, which is patched. */
const downloads = {
  chromium: [[...npm, 'exec', '--yes', '--', 'playwright@1', 'install', 'chromium']],
  firefox: [
    [...bin('browsers'), 'install', 'firefox@stable', '--path', join(process.env.HOME ?? root, '.cache', 'puppeteer')],
    [...npm, 'exec', '--yes', '--', 'playwright@1', 'install', 'firefox'],
  ],
}

/**
 * Puts npm packages and browsers in place, quietly; leaves with code 1 and one sentence where it cannot.
 * @param {{ browsers?: ('chromium' | 'firefox')[], tools?: ('screen' | 'aws' | 'registry')[] }} [wanted] tools: on Linux
 */
export async function ensureInstalled({ browsers = [], tools = [] } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) give(`Latchkey needs Node 20.19 or newer; this is ${process.versions.node}.`)
  const fromNpm = ensureNpmPackages()
  for (const kind of browsers) insistNamedExists(kind)
  const isMissing = (tool) => process.platform === 'linux' && !isOnPath(programs[tool])
  const missing = [...browsers.filter((kind) => !findBrowser(kind)), ...tools.filter(isMissing)]
  const apt = missing.length > 0 && (await aptCommand())
  if (apt) await listPackages(apt)
  for (const kind of missing) {
    if (apt) await logged(`Installing ${packages[kind].join(', ')}`, [...apt, 'install', '-y', ...packages[kind]])
    for (const download of downloads[kind] ?? []) if (!findBrowser(kind)) await fromNpm.then(() => logged(`Downloading ${kind}`, download))
  }
  await fromNpm
  for (const kind of browsers) await proveBrowser(kind)
}

let listed

/** Once for all that is installed in a run. */
function listPackages(apt) {
  listed ??= logged('Reading the list of distribution packages', [...apt, 'update'])
  return listed
}

let npmPackages

/** Once for all that is installed in a run, beside the distribution's packages. */
function ensureNpmPackages() {
  npmPackages ??= npmPackagesMatch()
    ? Promise.resolve()
    : logged('Installing npm packages', [...npm, 'ci', '--prefer-offline', '--no-audit', '--no-fund'], true)
  return npmPackages
}

/** Whether node_modules holds what package-lock.json names. Times would not tell: a checkout makes every file new. */
function npmPackagesMatch() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})
  const wanted = Object.entries(read(join(root, 'package-lock.json'))).filter(([path, entry]) => path && !entry.optional)
  const found = read(join(root, 'node_modules', '.package-lock.json'))
  return wanted.every(([path, { version }]) => found[path]?.version === version)
}

const isOnPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

async function aptCommand() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q']
  if (process.getuid?.() === 0) return apt
  const { code } = await run(['sudo', '-n', 'true'], { quiet: true })
  return code === 0 ? ['sudo', '-n', ...apt] : undefined
}

/** What the installers said; shown only when something failed. */
let log = ''

async function logged(what, command, needed = false) {
  console.log(`${what} …`)
  const start = performance.now()
  const { code, output } = await run(command, { quiet: true })
  log += `$ ${command.join(' ')}\n${output}\n`
  console.log(`${what}: ${code === 0 ? 'done' : 'did not work'} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  if (needed && code !== 0) give(`${log}\n${what} failed: see above.`)
}

function insistNamedExists(kind) {
  const variable = kind.toUpperCase()
  const named = process.env[variable]
  if (named && !existsSync(named)) give(`${variable} names ${named}, which is not there.`)
}

async function proveBrowser(kind) {
  const path = findBrowser(kind)
  const remedy = `install it (Debian: apt-get install ${packages[kind]}), or name its executable in ${kind.toUpperCase()}.`
  if (!path) give(`${log}\nNo ${kind} was found, and none could be installed from here: ${remedy}`)
  const { code, output } = await run([path, '--version'], { quiet: true })
  if (code !== 0) give(`${output}\n${path} does not start: ${remedy}`)
}

function give(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
