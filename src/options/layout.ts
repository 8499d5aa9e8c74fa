import type { MessageKey } from '../ui/words'
import type { ListName } from './place'

/** Settings that stand together under a heading. */
export interface FieldGroup {
  readonly title: MessageKey
  readonly paths: readonly string[]
}

/** How an entry's settings are laid out: what everybody needs first, the rest in groups that open. */
export interface Layout {
  readonly essential: readonly string[]
  readonly groups: readonly FieldGroup[]
}

const under = (group: string, ...names: readonly string[]): readonly string[] => names.map((name) => `${group}.${name}`)

export const layouts: Readonly<Record<ListName, Layout>> = {
  sites: {
    essential: ['baseUrl', 'name', 'onLoginPage', 'ssoApp', 'provider', 'enabled'],
    groups: [
      { title: 'groupLoginPage', paths: ['delaySeconds', 'relayState', 'startUrl', 'adminLogin', 'anonymous'] },
      { title: 'groupLook', paths: ['buttonText'] },
      { title: 'groupEmergency', paths: under('backdoor', 'parameter', 'enabled') },
      { title: 'groupLogout', paths: [...under('logout', 'mode', 'url'), 'holdOffSeconds'] },
      {
        title: 'groupMapping',
        paths: [
          ...under('mapping', 'enabled', 'matchBy', 'username', 'usernamePattern', 'email', 'fullName', 'firstName', 'lastName'),
          ...under('mapping.groups', 'enabled', 'attribute', 'mode', 'rules', 'updateOnlyMapped', 'keepExisting', 'createMissing'),
          ...under('mapping.groups', 'restrictToMapped', 'defaultGroups', 'defaultFor'),
        ],
      },
    ],
  },
  providers: {
    essential: ['id', 'region', 'userPoolId', 'domain', 'clientId'],
    groups: [
      { title: 'groupSignIn', paths: ['scopes', 'identityProvider', 'allowedDomains', 'kind'] },
      {
        title: 'groupEndpoints',
        paths: under('endpoints', 'issuer', 'authorization', 'token', 'userinfo', 'jwks', 'revocation', 'logout'),
      },
    ],
  },
}
