import type { SsoApp } from './contract'

/** Every other file in this folder is an SSO app. To add one, add one. */
export const ssoApps: readonly SsoApp[] = Object.values(
  import.meta.glob<SsoApp>(['./*.ts', '!./{index,contract,routes}.ts'], { eager: true, import: 'signs' }),
)
