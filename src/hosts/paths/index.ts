import type { PageKind } from '../../login-page/page'
import type { HostSigns } from '../../login-page/signs'

/**
 * Ends of the paths of all pages by which people come in or go out, those of SSO apps among them, as in "login.action". Apart from the
 * products' signs, so that whoever only tells addresses does not carry them.
 */
export const pagePaths: readonly string[] = pathsOf(() => true)

/** Those of them that log people out. */
export const logoutPaths: readonly string[] = pathsOf((kind) => kind === 'logging-out')

function pathsOf(isWanted: (kind: PageKind) => boolean): readonly string[] {
  const products = Object.values(import.meta.glob<HostSigns['paths']>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }))
  return products.flatMap((paths) => Object.entries(paths).flatMap(([path, kind]) => (isWanted(kind) ? [path.slice(1)] : [])))
}
