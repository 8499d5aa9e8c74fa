import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { defineConfig } from 'vitest/config'
import { browserKind } from './e2e/driver/browser-kind.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// In a thread that has asked it often, Node 20's fast URL.canParse refuses addresses beyond ASCII. A flag is for all threads of the process.
setFlagsFromString('--no-turbo-fast-api-calls')
// What is WebAssembly runs but once: compiling PowerShell's grammar for speed takes a core a quarter of a minute.
setFlagsFromString('--liftoff-only')

/** Chromium reads policy machine-wide: while these files run, no other Chromium may. Firefox reads it for one process. */
const changeTheMachine = browserKind === 'chromium' ? ['test/e2e/policy.test.ts', 'test/e2e/rollout.test.ts'] : []

/** How long something takes proves nothing: these end what hangs, and nothing else, on however slow a machine. */
const patient = { testTimeout: 300_000, hookTimeout: 300_000 }

/** By itself vitest leaves a core free, which of two is half of the machine. */
const onAllCores = { maxWorkers: '100%', ...patient }

/** Rooms whose pages or queues keep something in memory, or whose tests put a browser of their own in the place of the real one: each file has a thread to itself. */
const stateful = 'door,platform,ui'

/** What we make, run or read by others' programs. */
const withTools = ['test/providers/cognito/command.test.ts', 'test/rollout/files.test.ts']

const ofRooms = (rooms: string) => `test/{${rooms}}/**/*.test.{ts,tsx}`

const inNode = {
  // A process for each does the same for a quarter more work.
  pool: 'threads' as const,
  globalSetup: ['test/stand-ins/rsa-keys.ts'],
  setupFiles: ['test/patience.ts', 'test/clear-away.ts'],
  ...onAllCores,
}

const inBrowsers = {
  globalSetup: ['test/stand-ins/rsa-keys.ts', 'test/e2e/global-setup.ts'],
  // Every file opens a browser of its own: what Node has loaded can be shared.
  isolate: false,
  ...patient,
}

/** Those of `unit…` run in Node, in parallel, `unit-with-tools` as soon as the tools are installed; `e2e` drives real browsers, `e2e-alone` does when those are done. */
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [ofRooms(`e2e,${stateful}`), ...withTools],
          ...inNode,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'unit-with-tools', include: withTools, ...inNode } },
      { extends: true, test: { name: 'unit-alone', include: [ofRooms(stateful)], ...inNode } },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: changeTheMachine, maxWorkers: 3, ...inBrowsers },
      },
      { extends: true, test: { name: 'e2e-alone', include: changeTheMachine, maxWorkers: 1, sequence: { groupOrder: 1 }, ...inBrowsers } },
    ],
  },
})
