import { execFile, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { until } from './until'

const exec = promisify(execFile)

/** A screen that nobody sees, for what browsers only ask on a screen. */
export interface Display {
  /** As X knows it: `:99`. */
  readonly name: string
  /** Presses keys one after the other, in xdotool's names: `Tab`, `Return`. */
  press(...keys: string[]): Promise<void>
  /** Resolves when nothing on the screen has changed for a second: browsers' questions are deaf until they are all drawn. */
  still(): Promise<void>
  /** Saves a PNG of the whole screen. */
  picture(file: string): Promise<void>
  close(): Promise<void>
}

/** Why no screen can be played here, or undefined: for tests that must skip by name. */
export function screenObstacle(): string | undefined {
  const missing = ['Xvfb', 'xdotool', 'import'].filter((command) => spawnSync('which', [command]).status !== 0)
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : undefined
}

/** Starts Xvfb on the first free display. Needs xvfb, xdotool and imagemagick; rejects where Xvfb is missing. */
export async function openDisplay(width = 1280, height = 900): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb left with ${code}`)))
    server.stdio[3]?.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })
  const name = `:${number}`
  const env = { ...process.env, DISPLAY: name }
  return {
    name,
    press: async (...keys) => void (await exec('xdotool', ['key', '--delay', '60', ...keys], { env })),
    still: async () => {
      let [seen, since] = ['', performance.now()]
      await until('a screen that is still', async () => {
        const { stdout } = await exec('import', ['-window', 'root', 'rgb:-'], { env, encoding: 'latin1', maxBuffer: 2 ** 28 })
        const now = createHash('sha256').update(stdout).digest('hex')
        if (now !== seen) [seen, since] = [now, performance.now()]
        return performance.now() - since > 1000
      })
    },
    picture: async (file) => void (await exec('import', ['-window', 'root', file], { env })),
    close: () =>
      new Promise((closed) => {
        server.once('exit', () => closed())
        server.kill()
      }),
  }
}
