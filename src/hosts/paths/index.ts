import type { HostSigns } from '../../login-page/signs'

/**
 * Ends of the paths of all pages by which people come in or go out, those of SSO apps among them, as in "login.action". Apart from the
 * products' signs, so that whoever only tells addresses does not carry them.
 */
export const pagePaths: readonly string[] = Object.values(
  import.meta.glob<HostSigns['paths']>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)
  .flatMap((paths) => Object.keys(paths))
  .map((path) => path.slice(1))
