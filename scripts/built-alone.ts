import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, mergeConfig, type Plugin, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds a page by itself and puts it beside the others. A file costs a page more time than its bytes do, and what pages share is cut into
 * files and holds what any of them needs: alone it gets one script and one stylesheet, and nothing that only others need.
 */
export function builtAlone(name: string, page: string, config: InlineConfig): Plugin {
  const output = {
    // Else the bundler may cut off what the page and the files that it loads later both need.
    codeSplitting: { groups: [{ name: 'page', test: /\/main\.tsx$/ }] },
    entryFileNames: 'assets/[name].js',
    chunkFileNames: `assets/${name}-[name].js`,
    assetFileNames: 'assets/[name][extname]',
  }
  const own: InlineConfig = {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: { [name]: page }, output } },
  }
  return {
    name: `latchkey:${name}-built-alone`,
    apply: 'build',
    async generateBundle() {
      const { output: files } = (await build(mergeConfig(config, own))) as Rolldown.RolldownOutput
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: file.fileName, source: file.type === 'chunk' ? file.code : file.source })
        for (const id of file.type === 'chunk' ? file.moduleIds : []) this.addWatchFile(id)
      }
    },
  }
}
