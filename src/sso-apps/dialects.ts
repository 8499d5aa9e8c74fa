import type { Dialect } from '../claims/dialect'
import type { SsoApp } from './contract'

const modules = import.meta.glob<{ signs: SsoApp; dialect?: Dialect }>(['./*.ts', '!./{index,contract,dialects,rescues,routes}.ts'], {
  eager: true,
})

/** How each SSO app spells claims, by its id; an app that is not here takes them as they stand. */
export const dialects: Readonly<Record<string, Dialect>> = Object.fromEntries(
  Object.values(modules).flatMap(({ signs, dialect }) => (dialect ? [[signs.id, dialect]] : [])),
)
