import type { AppSetup, SsoApp } from './contract'

const modules = import.meta.glob<{ signs: SsoApp; setup?: AppSetup }>(
  ['./*.ts', '!./{index,contract,discoveries,dialects,rescues,routes,setups}.ts'],
  { eager: true },
)

/** How each SSO app is set up for a user pool, by its id; an app that is not here takes what every OpenID client takes. */
export const setups: Readonly<Record<string, AppSetup>> = Object.fromEntries(
  Object.values(modules).flatMap(({ signs, setup }) => (setup ? [[signs.id, setup]] : [])),
)
