import type { Dialect } from '../../claims/dialect'

const modules = import.meta.glob<Dialect>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' })

/** How each SSO app spells claims, by its id, which is the file's name; an app that is not here takes them as they stand. */
export const dialects: Readonly<Record<string, Dialect>> = Object.fromEntries(
  Object.entries(modules).map(([path, dialect]) => [path.replace(/^.*\/|\.ts$/g, ''), dialect]),
)
