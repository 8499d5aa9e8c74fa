import type { HostManifest } from '../setup/check/context'

/** How host products are asked what they are. Apart from the signs, so that whoever only recognises pages does not carry it. */
export const manifests: readonly HostManifest[] = Object.values(
  import.meta.glob<{ manifests?: readonly HostManifest[] }>(['./*.ts', '!./{index,manifests}.ts'], { eager: true }),
).flatMap(({ manifests = [] }) => manifests)
