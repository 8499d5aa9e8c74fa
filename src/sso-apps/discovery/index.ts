import type { Discovery } from '../contract'

/** How each SSO app that tells about itself is asked. Apart from the rest of it, which pages need that ask nobody. */
export const discoveries: readonly Discovery[] = Object.values(
  import.meta.glob<Discovery>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)
