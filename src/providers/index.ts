import type { Provider } from '../session/provider'

/** Every other file in this folder is an identity provider. To add one, add one. */
export const providers: readonly Provider[] = Object.values(
  import.meta.glob<Provider>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)
