import type { HostManifest } from '../../setup/check/context'

/** How host products are asked what they are. Apart from their signs, so that whoever only recognises pages does not carry it. */
export const manifests: readonly HostManifest[] = Object.values(
  import.meta.glob<readonly HostManifest[]>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
).flat()
