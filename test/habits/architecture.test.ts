import { expect, test } from 'vitest'

/**
 * Which rooms a room may know, besides itself and problem.ts. Files directly under src/ wire rooms together and may know all.
 * A room that is missing here is new: decide where it stands and write it down.
 */
const core = ['settings', 'claims', 'session', 'login-page', 'mapping', 'setup', 'rollout']
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  settings: [],
  session: ['settings'],
  claims: ['session'],
  mapping: ['settings', 'session', 'claims'],
  'login-page': ['settings'],
  setup: ['settings', 'session', 'login-page', 'mapping'],
  rollout: ['settings'],
  hosts: core,
  'sso-apps': core,
  providers: core,
  ui: [...core, 'platform'],
  platform: [...core, 'hosts', 'sso-apps', 'providers'],
  door: ['login-page', 'hosts', 'sso-apps', 'platform'],
}
const pages = ['popup', 'options', 'welcome', 'workbench']
/** The welcome page is the options with a hand to hold: it shows parts of them. */
const fromPage: Readonly<Record<string, readonly string[]>> = { welcome: ['options'] }
const mayKnowAll = [...core, 'hosts', 'sso-apps', 'providers', 'ui', 'platform']

const every = Object.entries(import.meta.glob<string>('../../src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }))
const sources = every.filter(([path]) => path.split('/').length > 4)
/** The room that an import leads to; undefined for a package, and for files directly under src/. */
const roomOf = (from: string, path: string): string | undefined =>
  from.startsWith('.') ? /^\/src\/([\w-]+)\//.exec(new URL(from, `file:///${path.replace(/^(?:\.\.\/)+/, '')}`).pathname)?.[1] : undefined
const importsOf = (text: string) => [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, from = '']) => from)

test.each(sources)('%s knows only what its room may know', (path, text) => {
  const room = path.split('/')[3] ?? ''
  for (const from of importsOf(text)) {
    const target = roomOf(from, path)
    if (!target || target === room) continue
    const allowed = pages.includes(room) ? [...mayKnowAll, ...(fromPage[room] ?? [])] : mayKnow[room]
    expect(allowed, `${room}/ is a new room: say in test/habits/architecture.test.ts what it may know`).toBeDefined()
    expect(allowed, `${room}/ must not know ${target}/: hand it in, or move the code`).toContain(target)
  }
})

/** Ways to the extension API: the polyfill, what stands for it in pages, and the globals, of whose types the compiler knows nothing. */
const extensionApi = /from '(?:webextension-polyfill|.*\/platform\/(?:browser|own-api))'|\bglobalThis\b.*\b(?:browser|chrome)\b/
const outside = every.filter(([path]) => !path.startsWith('../../src/platform/'))

test.each(outside)('%s leaves the extension API to platform/', (_, text) => {
  expect(text, 'only platform/ may touch the browser: have it say in one function what you need of it').not.toMatch(extensionApi)
})

test('the polyfill comes in at one place, which the build leaves out of pages; types of it cost nothing', () => {
  const importing = every.filter(([, text]) => /^(?:import(?! type)|export) .*'webextension-polyfill'/m.test(text))
  expect(importing.map(([path]) => path)).toEqual(['../../src/platform/browser.ts'])
})

test.each(sources)('%s is a room one can look through: at most 200 lines', (_, text) => {
  expect(text.split('\n').length).toBeLessThanOrEqual(201)
})

const withoutSentence = /(?<!\*\/\n)^export (?:const|(?:async )?function\*?|class|interface|type) \w+/gm

test.each(every)('%s says over each name that it exports what that is', (_, text) => {
  expect(text.match(withoutSentence) ?? []).toEqual([])
})
