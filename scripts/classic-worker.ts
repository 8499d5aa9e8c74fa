import { posix } from 'node:path'
import { init, parse } from 'es-module-lexer'
import { parseAst, type Rolldown } from 'vite'

/** Where the scripts of a worker leave what they export, by their names. */
const modules = 'self.modules'
/** Loads a script by its name, where it is not there yet, and gives what it exports. */
const load = 'self.load'

/**
 * Chrome lets no worker `import()`, so that one made of modules is loaded whole whenever it wakes. A classic one may load scripts at any time
 * that it has loaded once while it was installed. So the module called `entry` becomes a script, whose code this gives, and leaves the bundle;
 * those that it imports later become scripts in their places, whose names it gives.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/basics#import
 */
export async function asClassicScripts(bundle: Rolldown.OutputBundle, entry: string): Promise<{ code: string; later: readonly string[] }> {
  await init
  const chunkOf = (name: string): Rolldown.OutputChunk => {
    const file = bundle[name]
    if (file?.type !== 'chunk') throw new Error(`The bundle has no script ${name}.`)
    return file
  }
  const { dynamicImports: later } = chunkOf(entry)
  for (const name of [entry, ...later]) {
    const chunk = chunkOf(name)
    const strangers = [...chunk.imports.filter((one) => one !== entry), ...chunk.dynamicImports.filter((one) => !later.includes(one))]
    if (strangers.length > 0)
      throw new Error(`${name} imports ${strangers}, which neither is there from the start nor is loaded by ${entry}.`)
    chunk.code = asScript(chunk)
  }
  const { code } = chunkOf(entry)
  delete bundle[entry]
  return { code: `${loader(later)}\n${code}`, later }
}

const loader = (later: readonly string[]): string => `${modules} = {};
${load} = async (name) => {
  if (!(name in ${modules})) importScripts('/' + name);
  return ${modules}[name];
};
self.addEventListener('install', () => ${JSON.stringify(later)}.forEach(${load}));`

/** A module as a script: what it imports it takes from the others, what it exports it leaves for them. */
function asScript({ code, fileName }: Rolldown.OutputChunk): string {
  const named = (specifier: string) => JSON.stringify(posix.join(posix.dirname(fileName), specifier))
  const cannot = (what: string) => new Error(`${fileName} ${what}, which a script cannot.`)
  const given: string[] = []
  /** From where to where, and what comes in its place. */
  const edits: [start: number, end: number, text: string][] = []
  for (const node of parseAst(code).body) {
    if (node.type === 'ImportDeclaration') {
      const taken = node.specifiers.map((one) => {
        if (one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier') throw cannot('imports a whole module')
        return `${one.imported.name}:${one.local.name}`
      })
      edits.push([node.start, node.end, `const{${taken}}=${modules}[${named(node.source.value)}];`])
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
      for (const { local, exported } of node.specifiers) {
        if (local.type !== 'Identifier' || exported.type !== 'Identifier') throw cannot('exports by a text')
        given.push(`${exported.name}:${local.name}`)
      }
      edits.push([node.start, node.end, ''])
    } else if (node.type.startsWith('Export')) throw cannot('exports in passing')
  }
  for (const found of parse(code)[0]) {
    if (found.type !== 'dynamic') continue
    if (found.specifier === undefined) throw cannot('imports what only a run can tell')
    edits.push([found.importStart, found.importEnd, `${load}(${named(found.specifier)})`])
  }
  const body = edits.sort(([a], [b]) => b - a).reduce((all, [start, end, text]) => all.slice(0, start) + text + all.slice(end), code)
  return `(()=>{'use strict';${body}\n${modules}[${JSON.stringify(fileName)}]={${given}}})();`
}
