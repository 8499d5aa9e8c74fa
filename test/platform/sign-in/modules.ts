import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import type * as SignIn from '../../../src/platform/sign-in'

const entry = fileURLToPath(new URL('../../../src/platform/sign-in/index.ts', import.meta.url))
/** Of these every background may have the same: they keep nothing. */
const shared = ['jose', 'oidc-client-ts', 'valibot']

type Modules = (require: (name: string) => unknown, exports: object) => void

/** Makes the modules of sign-in anew, over a browser: built once, since loading each of them again is slower than all that a test does with them. */
export async function signInModules(): Promise<(browser: object) => typeof SignIn> {
  const external = (id: string) => shared.includes(id) || id.endsWith('/browser')
  const lib = { entry, formats: ['cjs' as const] }
  const options = { write: false, minify: false, target: 'es2023', lib, rolldownOptions: { external, output: { codeSplitting: false } } }
  const built = await build({ configFile: false, logLevel: 'error', build: options })
  const [output] = [built].flat() as Rolldown.RolldownOutput[]
  const chunk = output?.output[0]
  if (!chunk) throw new Error('vite built no sign-in')
  const libraries = new Map(await Promise.all(shared.map(async (name): Promise<[string, unknown]> => [name, await import(name)])))
  const make = runInThisContext(`(require, exports) => {${chunk.code}\n}`, { filename: 'sign-in.cjs' }) as Modules
  return (browser) => {
    const exports = {}
    make((name) => libraries.get(name) ?? { browser }, exports)
    return exports as typeof SignIn
  }
}
