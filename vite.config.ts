import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { defineConfig, mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { builtAlone } from './scripts/built-alone.ts'
import { asClassicScripts } from './scripts/classic-worker.ts'
import { polyfillAsModule } from './scripts/polyfill-as-module.ts'
import { requiredHosts } from './scripts/required-hosts.ts'

const worker = 'background.js'

/** Firefox's id for Latchkey: policies and the sign-in redirect address are derived from it, so it never changes. */
const geckoId = 'latchkey@latchkey.example'

const required = requiredHosts(process.env['LATCHKEY_HOSTS'] ?? '')
const hosts = required.length ? { host_permissions: required } : {}

/** manifest.json is Chrome's form; Firefox's differs in these members. */
function firefoxManifest() {
  const { key: _, minimum_chrome_version: __, storage: ___, externally_connectable: ____, side_panel, permissions, ...shared } = manifest
  return {
    ...shared,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    sidebar_action: {
      default_title: '__MSG_workbenchTitle__',
      default_panel: side_panel.default_path,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    },
    background: { scripts: [manifest.background.service_worker], type: 'module' },
  }
}

/** Chrome passes over it. In both packages, so that Firefox's linter has nothing to miss in either. */
const geckoSettings = {
  gecko: { id: geckoId, strict_min_version: '142.0', data_collection_permissions: { required: ['authenticationInfo'] } },
}

/** Chrome runs its worker. A Firefox that is given Chrome's package runs the same scripts in a page, where all are loaded at once. */
async function classic(
  { service_worker }: { service_worker: string },
  bundle: Rolldown.OutputBundle,
  { emitFile }: Rolldown.PluginContext,
) {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === module('src/background.ts'))
  const { code, later } = await asClassicScripts(bundle, entry?.fileName ?? '')
  emitFile({ type: 'asset', fileName: worker, source: code })
  delete bundle[service_worker]
  return { service_worker: worker, scripts: [worker, ...later], preferred_environment: ['service_worker', 'document'] }
}

/**
 * crxjs offers every script that is registered at run time to web pages as well. Registered scripts need no such door,
 * and pages could probe for us through it. Its worker is one of modules, and it would build the popup with the other pages.
 */
const manifestAsShipped = (browser: 'chrome' | 'firefox'): Plugin => ({
  name: 'latchkey:manifest-as-shipped',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const built = bundle['manifest.json']
      if (built?.type !== 'asset') return this.error('crxjs emitted no manifest.json')
      const { web_accessible_resources: _resources, background, ...rest } = JSON.parse(String(built.source))
      const own = { action: manifest.action, background: browser === 'chrome' ? await classic(background, bundle, this) : background }
      built.source = `${JSON.stringify({ ...rest, ...own }, null, 2)}\n`
    },
  },
})

/** What is loaded later comes from the package itself: Vite's helper, which fetches ahead what such modules import, costs more than it brings. */
const loadedAsItIs: Plugin = {
  name: 'latchkey:loaded-as-it-is',
  enforce: 'pre',
  load: (id) => (id.startsWith('\0vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : null),
}

/** A script that runs in pages: crxjs bundles each by itself. */
const isPageScript = (id: string | null | undefined): boolean => id?.endsWith('.iife.ts') ?? false

/**
 * crxjs also leaves a second form of every script for pages among the chunks, which nothing loads. It is empty, so that it has no say in how
 * the others are cut, and is not shipped. Who watches for changes keeps it, since it knows the files to be watched.
 */
const pageScriptsOnce: Plugin = {
  name: 'latchkey:page-scripts-once',
  enforce: 'pre',
  load(id) {
    return isPageScript(id) && !this.meta.watchMode ? 'export {}' : null
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) if (file.type === 'chunk' && isPageScript(file.facadeModuleId)) delete bundle[name]
    },
  },
}

const module = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What the background loads is its own, apart from what pages load of the same files. */
const own = '?background'
const isBackgrounds = (id: string | undefined): boolean => id?.endsWith(own) || id === module('src/background.ts')

const polyfill = 'webextension-polyfill'

/**
 * The background has files of its own with what it needs. Were it cut together with the pages it would come in many, each compressed by itself
 * and with all that only the others need of it.
 */
const backgroundApart: Plugin = {
  name: 'latchkey:background-apart',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!isBackgrounds(importer) || source === polyfill || /\.iife\.ts(?:\?script)?$/.test(source)) return null
    const found = await this.resolve(source, importer?.replace(own, ''), { skipSelf: true })
    return found && { ...found, id: found.id + own }
  },
}

/** Beyond promises, which browsers give by themselves, the polyfill is for answering messages: the background does that, pages ask the browser itself. */
const polyfilledApart: Plugin = {
  name: 'latchkey:polyfilled-apart',
  enforce: 'pre',
  resolveId: (source, importer) => (source === polyfill && !isBackgrounds(importer) ? module('src/platform/own-api.ts') : null),
}

/** oidc-client-ts tells its loggers what it does, which nobody ever hears: calls of these names are left out. */
const unheard = ['Logger', 'logger', 'logger2'].flatMap((name) =>
  ['createStatic', 'debug', 'info', 'warn', 'error'].map((level) => `${name}.${level}`),
)

const common: UserConfig = {
  plugins: [loadedAsItIs, polyfilledApart],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // A page's chunks are fetched side by side, not one after the other as each is found.
  build: {
    modulePreload: { polyfill: false, resolveDependencies: (_, found, { hostType }) => (hostType === 'html' ? found : []) },
    target: 'es2023',
  },
}

const popup: UserConfig = mergeConfig(common, { build: { modulePreload: false } })

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome'
  const { action, ...base } = browser === 'firefox' ? firefoxManifest() : manifest
  const { default_popup, ...button } = action
  return mergeConfig(common, {
    plugins: [
      builtAlone('popup', default_popup, popup),
      crx({ browser, manifest: { ...base, action: button, ...hosts, browser_specific_settings: geckoSettings } as ManifestV3Export }),
      manifestAsShipped(browser),
      pageScriptsOnce,
      backgroundApart,
      polyfillAsModule,
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      rolldownOptions: {
        treeshake: { manualPureFunctions: unheard },
        output: {
          // Without hashes, which depend on the folder that the bundler works in: Mozilla's reviewers build in another.
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
        },
        input: { workbench: manifest.side_panel.default_path, welcome: 'src/welcome/index.html' },
      },
    },
  } satisfies UserConfig)
})
