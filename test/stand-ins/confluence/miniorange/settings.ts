/** Whose group becomes whose, when groups are mapped. @see miniOrange: User Groups */
export interface MiniOrangeGroupRules {
  /** "Disable Group Mapping", ticked until somebody unticks it: existing users keep their groups. */
  disabled: boolean
  mode: 'manual' | 'on-the-fly'
  groupAttribute: string
  /** Manual rows: a group here, and the groups there divided by `;`, blanks counting. */
  manual: { group: string; idpGroups: string }[]
  /** "Restrict User Creation based on Group Mapping". */
  restrictCreation: boolean
  filter: { kind: 'none' | 'starts with' | 'contains' | 'regex'; value: string }
  /** "Apply regular expression on Group Name": numbers of groups, each after a `$`. */
  replace: { pattern: string; by: string } | undefined
  createNewGroups: boolean
  keepExisting: boolean
  excludeGroups: string[]
}

/** Settings of miniOrange OAuth/OIDC SSO for Confluence; names as its `getconfig` has them, where it has them. */
export interface MiniOrangeSettings {
  configured: boolean
  /** Without a licence `getconfig` has an empty body. */
  licensed: boolean
  enableOAuthSSO: boolean
  /** Nobody's session is found again, as behind a load balancer without sticky sessions: SSO leads back to the login page. */
  bounces: boolean
  loginButtonText: string
  ssoButtonLocation: 'Before Login Button' | 'After Login Button'
  /** "Auto Redirect to Application". */
  disableDefaultLogin: boolean
  enableAutoRedirectDelay: boolean
  /** Seconds. */
  autoRedirectDelayInterval: number
  backdoorEnabled: boolean
  backdoorKey: string
  backdoorValue: string
  /** "Restrict access to plugin APIs". */
  restrictApis: boolean
  /** "Relay State": whoever signs in lands there. Empty: where they wanted to go. */
  relayState: string
  /** "Allowed Domains", divided by `;`. Empty: all. */
  allowedDomains: string
  /** "Secure Admin Login Options": administrators come in as ordinary users. */
  secureAdminLogin: boolean
  logoutEndpoint: string
  logoutTemplate: boolean
  customLogoutUrl: string
  loginBy: 'username' | 'email'
  usernameAttribute: string
  /** Empty: none. */
  usernameRegex: string
  /** Names of attributes divided by `;`; the first that came wins. */
  emailAttribute: string
  fullNameAttribute: string
  /** "Separate Name Attributes": first and last name in the place of the full one. */
  separateNames: { first: string; last: string } | undefined
  /** "Disable Attribute Mapping": existing users keep their profile. */
  disableAttributeMapping: boolean
  disableUserCreation: boolean
  defaultGroups: string[]
  assignDefaultGroupsTo: 'newUsers' | 'allUsers' | 'noUsers'
  groups: MiniOrangeGroupRules
}

/** A configured app as an administrator leaves it after the set-up guide: no automatic redirect, no group mapping. */
export function miniOrangeDefaults(): MiniOrangeSettings {
  return {
    configured: true,
    licensed: true,
    enableOAuthSSO: true,
    bounces: false,
    loginButtonText: 'Use OAuth Login',
    ssoButtonLocation: 'Before Login Button',
    disableDefaultLogin: false,
    enableAutoRedirectDelay: false,
    autoRedirectDelayInterval: 5,
    backdoorEnabled: true,
    backdoorKey: 'oauth_sso',
    backdoorValue: 'false',
    restrictApis: false,
    relayState: '',
    allowedDomains: '',
    secureAdminLogin: false,
    logoutEndpoint: '',
    logoutTemplate: false,
    customLogoutUrl: '',
    loginBy: 'username',
    usernameAttribute: 'cognito:username',
    usernameRegex: '',
    emailAttribute: 'email',
    fullNameAttribute: 'name',
    separateNames: undefined,
    disableAttributeMapping: true,
    disableUserCreation: false,
    defaultGroups: ['confluence-users'],
    assignDefaultGroupsTo: 'newUsers',
    groups: groupDefaults(),
  }
}

function groupDefaults(): MiniOrangeGroupRules {
  return {
    disabled: true,
    mode: 'manual',
    groupAttribute: 'cognito:groups',
    manual: [],
    restrictCreation: false,
    filter: { kind: 'none', value: '' },
    replace: undefined,
    createNewGroups: true,
    keepExisting: false,
    excludeGroups: [],
  }
}
