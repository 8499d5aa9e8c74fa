import { createContext, runInContext } from 'node:vm'
import { build, type Plugin, type Rolldown, type UserConfig } from 'vite'
import { expect, test } from 'vitest'
import config from '../../vite.config'

const entry = 'virtual:entry'
const background: Plugin = {
  name: 'background',
  resolveId: (id) => (id === entry ? id : null),
  load: (id) => (id === entry ? "import browser from 'webextension-polyfill'; globalThis.found = browser.storage" : null),
}

/** What stands in the background's place, bundled as the background is. */
async function bundled(): Promise<string> {
  const { plugins = [] } = config({ mode: 'chrome', command: 'build' }) as UserConfig
  const ours = plugins.filter((one) => one && 'name' in one && one.name === 'latchkey:polyfill-as-module')
  const options = { configFile: false, publicDir: false, logLevel: 'silent' } as const
  const made = await build({ ...options, plugins: [background, ...ours], build: { write: false, rolldownOptions: { input: entry } } })
  return (made as Rolldown.RolldownOutput).output[0].code
}

test.each([
  ['a browser that names its API as standards have it', 'browser'],
  ['a Chrome before it did', 'chrome'],
])('in %s a start touches no part of the API that it does not use: browsers make each when it is touched', async (_, name) => {
  const touched = new Set<string>()
  const parts: Readonly<Record<string, object>> = {
    runtime: { id: 'latchkey' },
    storage: {},
    tabs: {},
    windows: {},
    declarativeNetRequest: {},
  }
  const api = new Proxy(parts, {
    get: (_, part) => touched.add(String(part)) && parts[String(part)],
    getOwnPropertyDescriptor: (_, part) => touched.add(String(part)) && Reflect.getOwnPropertyDescriptor(parts, part),
  })
  const context: Record<string, unknown> = { chrome: api, [name]: api }
  runInContext(await bundled(), createContext(context))
  expect(context['found']).toBeDefined()
  expect([...touched]).toEqual(['runtime', 'storage'])
})
