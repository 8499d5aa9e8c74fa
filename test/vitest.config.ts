import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { browserKind } from './e2e/driver/browser-kind.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Chromium reads policy machine-wide: while these files run, no other Chromium may. Firefox reads it for one process. */
const changeTheMachine = browserKind === 'chromium' ? ['test/e2e/policy.test.ts', 'test/e2e/rollout.test.ts'] : []

/** By itself vitest leaves a core free, which of two is half of the machine. */
const onAllCores = { maxWorkers: '100%', testTimeout: 60_000 }

const inNode = {
  globalSetup: ['test/stand-ins/rsa-keys.ts'],
  setupFiles: ['test/patience.ts'],
  ...onAllCores,
}

/** Rooms whose modules know no browser and keep nothing: what one file has loaded serves the next, which halves the work. */
const pure = '{claims,conformance,habits,login-page,mapping,providers,session,settings,setup,sso-apps,stand-ins}'

const inBrowsers = {
  globalSetup: ['test/stand-ins/rsa-keys.ts', 'test/e2e/global-setup.ts'],
  // Every file opens a browser of its own: what Node has loaded can be shared.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** `pure` and `unit` run in Node, in parallel; `e2e` drives real browsers, `e2e-alone` does when those are done. */
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [`test/${pure}/**/*.test.{ts,tsx}`],
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          ...inNode,
        },
      },
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', `test/${pure}/**`], ...inNode },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: changeTheMachine, maxWorkers: 2, ...inBrowsers },
      },
      { extends: true, test: { name: 'e2e-alone', include: changeTheMachine, maxWorkers: 1, sequence: { groupOrder: 1 }, ...inBrowsers } },
    ],
  },
})
