import type { ListName } from '../settings/place'
import type { MessageKey } from '../ui/words'

/** Settings that stand together under a heading. */
interface FieldGroup {
  readonly title: MessageKey
  readonly paths: readonly string[]
}

/** Which settings of an entry stand in a section: what everybody needs first, the rest in groups that open. */
export interface Layout {
  readonly list: ListName
  readonly essential: readonly string[]
  readonly groups: readonly FieldGroup[]
}

const under = (group: string, ...names: readonly string[]): readonly string[] => names.map((name) => `${group}.${name}`)

/** The sections that show entries of a list; every setting of an entry stands in one of them, once. */
export const layouts = {
  sites: { list: 'sites', essential: ['baseUrl', 'name', 'ssoApp', 'startUrl', 'provider'], groups: [] },
  providers: {
    list: 'providers',
    essential: ['id', 'region', 'userPoolId', 'domain', 'clientId'],
    groups: [
      { title: 'groupSignIn', paths: ['scopes', 'identityProvider', 'loginHint', 'lang', 'prompt', 'allowedDomains', 'kind'] },
      {
        title: 'groupEndpoints',
        paths: under('endpoints', 'issuer', 'authorization', 'token', 'userinfo', 'jwks', 'revocation', 'logout'),
      },
    ],
  },
  'sign-in': {
    list: 'sites',
    essential: ['onLoginPage', 'delaySeconds', 'buttonText', 'relayState', 'enabled'],
    groups: [
      { title: 'groupEmergency', paths: [...under('backdoor', 'parameter', 'enabled'), 'adminLogin'] },
      { title: 'groupVisitors', paths: ['anonymous'] },
      { title: 'groupLogout', paths: [...under('logout', 'mode', 'url'), 'holdOffSeconds'] },
    ],
  },
  mapping: {
    list: 'sites',
    essential: under(
      'mapping',
      ...['enabled', 'createUsers', 'matchBy', 'username', 'usernamePattern', 'email', 'fullName', 'firstName', 'lastName'],
    ),
    groups: [
      {
        title: 'groupGroups',
        paths: under(
          'mapping.groups',
          ...['enabled', 'attribute', 'mode', 'rules', 'restrictToMapped', 'updateOnlyMapped'],
          ...['filter', 'filterText', 'replacePattern', 'replaceWith', 'createMissing', 'keepExisting', 'excludeGroups'],
          ...['defaultGroups', 'defaultFor'],
        ),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Layout>>

/** A section that shows entries of a list. */
export type SectionName = keyof typeof layouts
