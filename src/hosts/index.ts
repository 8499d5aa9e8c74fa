import type { HostSigns } from '../login-page/signs'

/** Every other file in this folder is a host product. To add one, add one. */
export const hosts: readonly HostSigns[] = Object.values(
  import.meta.glob<HostSigns>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Ends of the paths of all pages by which people come in or go out, those of SSO apps among them, as in "login.action". */
export const pagePaths: readonly string[] = hosts.flatMap(({ paths }) => Object.keys(paths).filter(Boolean)).map((path) => path.slice(1))
