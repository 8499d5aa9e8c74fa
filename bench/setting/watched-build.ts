import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TemporaryFolder, temporaryFolder } from '../../test/e2e/driver/temporary-folder'

/**
 * A copy of a built Latchkey for Chromium whose worker takes its own time, and counts what it asks of the browser; it answers `{ bench: true }`
 * with the milliseconds of its scripts' evaluation and the calls by name. Not one byte of Latchkey's own scripts is another.
 */
export function watchedBuild(built: string): TemporaryFolder {
  const folder = temporaryFolder('watched')
  cpSync(built, folder.path, { recursive: true })
  const worker = join(folder.path, 'background.js')
  writeFileSync(worker, `${before}\n${readFileSync(worker, 'utf8')}\n${after}`)
  return folder
}

const before = `
globalThis.bench = { calls: {}, start: 0, evaluated: 0 }
for (const api of [globalThis.chrome, globalThis.browser].filter(Boolean)) {
  const watched = {
    'storage.local.get': [api.storage.local, 'get'],
    'storage.session.get': [api.storage.session, 'get'],
    'storage.managed.get': [api.storage.managed, 'get'],
    'declarativeNetRequest.updateDynamicRules': [api.declarativeNetRequest, 'updateDynamicRules'],
    'declarativeNetRequest.updateSessionRules': [api.declarativeNetRequest, 'updateSessionRules'],
  }
  for (const [name, [owner, method]] of Object.entries(watched)) {
    const act = owner[method].bind(owner)
    owner[method] = (...given) => {
      bench.calls[name] = (bench.calls[name] ?? 0) + 1
      return act(...given)
    }
  }
  if (globalThis.chrome.storage === globalThis.browser?.storage) break
}
bench.start = performance.now()
`

const after = `
bench.evaluated = performance.now() - bench.start
chrome.runtime.onMessage.addListener((message, _, answer) => message.bench && answer(bench))
`
