import type { HostSigns } from '../login-page/signs'

/** Every other file in this folder is a host product. To add one, add one. */
export const hosts: readonly HostSigns[] = Object.values(
  import.meta.glob<HostSigns>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)
