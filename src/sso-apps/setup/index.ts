import type { AppSetup } from '../../setup/app-setup'

const modules = import.meta.glob<AppSetup>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' })

/** How each SSO app is set up for a user pool, by its id, which is the file's name; an app that is not here takes what every OpenID client takes. */
export const setups: Readonly<Record<string, AppSetup>> = Object.fromEntries(
  Object.entries(modules).map(([path, setup]) => [path.replace(/^.*\/|\.ts$/g, ''), setup]),
)
