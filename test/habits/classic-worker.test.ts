import { createContext, runInContext } from 'node:vm'
import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { asClassicScripts } from '../../scripts/classic-worker'

type Chunk = Partial<Rolldown.OutputChunk>

const chunk = (fileName: string, code: string, { imports = [], dynamicImports = [] }: Chunk = {}): [string, object] => [
  fileName,
  { type: 'chunk', fileName, code, imports, dynamicImports },
]
const bundleOf = (...chunks: readonly [string, object][]) => Object.fromEntries(chunks) as Rolldown.OutputBundle

const entry = chunk(
  'assets/worker.js',
  'class Fault extends Error{}const later=()=>import(`./later.js`),names=[`a`];self.act=async()=>(await later()).act(Fault);export{Fault as f,names as n};',
  { dynamicImports: ['assets/later.js'] },
)
const later = chunk(
  'assets/later.js',
  'import{n as a,f}from"./worker.js";self.evaluations=(self.evaluations??0)+1;const act=(given)=>[...a,String(f===given)];export{act}',
  { imports: ['assets/worker.js'] },
)

/** A worker that runs these scripts, as Chrome does: what it is called with when it was installed, and what it has loaded. */
async function workerOf(bundle: Rolldown.OutputBundle) {
  const scripts = await asClassicScripts(bundle, 'assets/worker.js')
  const loaded: string[] = []
  let install = () => {}
  const importScripts = (name: string) => {
    loaded.push(name)
    runInContext((bundle[name.slice(1)] as Rolldown.OutputChunk).code, context)
  }
  const addEventListener = (_: 'install', listener: () => void) => (install = listener)
  const self: { act?: () => Promise<unknown>; evaluations?: number; addEventListener: unknown } = { addEventListener }
  const context = createContext({ self, importScripts })
  runInContext(scripts.code, context)
  return { self, loaded, install: () => install(), ...scripts }
}

test('what a worker imports later is loaded when it is wanted, once, and shares what was there from the start', async () => {
  const bundle = bundleOf(entry, later)
  const worker = await workerOf(bundle)
  expect(worker.loaded).toEqual([])
  expect([await worker.self.act?.(), await worker.self.act?.()]).toEqual([
    ['a', 'true'],
    ['a', 'true'],
  ])
  expect(worker.loaded).toEqual(['/assets/later.js'])
  expect(worker.self.evaluations).toBe(1)
  expect(Object.keys(bundle), 'the entry has become the worker’s own code').toEqual(['assets/later.js'])
})

test('while it is installed a worker loads all that it may load later: browsers keep it no other script', async () => {
  const worker = await workerOf(bundleOf(entry, later))
  worker.install()
  expect(worker.loaded).toEqual(['/assets/later.js'])
  expect(worker.later).toEqual(['assets/later.js'])
})

test.each([
  ['a third script', bundleOf(entry, chunk('assets/later.js', '', { imports: ['assets/shared.js'] }))],
  ['a script that is not there', bundleOf(entry)],
  ['a whole module', bundleOf(entry, chunk('assets/later.js', 'import*as all from"./worker.js"', { imports: ['assets/worker.js'] }))],
  ['what only a run can tell', bundleOf(entry, chunk('assets/later.js', 'const load=(name)=>import(name);export{load}'))],
  ['what it exports in passing', bundleOf(entry, chunk('assets/later.js', 'export const a=1'))],
])('a build whose worker needs %s fails', async (_, bundle) => {
  await expect(asClassicScripts(bundle, 'assets/worker.js')).rejects.toThrow('assets/later.js')
})
