import * as v from 'valibot'
import {
  baseUrl,
  clientId,
  hostName,
  httpsAddress,
  languageTag,
  mailDomain,
  pattern,
  region,
  scope,
  shortId,
  userPoolId,
} from './addresses'
import { isBag } from './bag'
import { choice, type Fields, group, keyed, type Leaf, requiredText, text, texts, toggle, type ValuesOf, wholeNumber } from './kinds'
import { queryParameter } from './parameter'

/**
 * One line of a group mapping: who is in any of the `;`-separated provider groups of `when` comes into `confluenceGroup`. It carries along
 * what a newer Latchkey has stored beside them.
 */
export interface GroupRule {
  readonly confluenceGroup: string
  readonly when: string
}

const isRule = (value: unknown): value is GroupRule => {
  const { confluenceGroup, when } = isBag(value) ? value : {}
  return typeof confluenceGroup === 'string' && confluenceGroup !== '' && typeof when === 'string'
}

const groupRule = v.pipe(
  v.custom<GroupRule>(isRule, 'not-a-rule'),
  v.transform((rule) => ({ ...rule, confluenceGroup: rule.confluenceGroup.toWellFormed(), when: rule.when.toWellFormed() })),
)

const groupRules: Leaf<readonly GroupRule[]> = {
  kind: 'rules',
  initial: [],
  reader: v.array(groupRule, 'not-a-list'),
  item: groupRule,
  columns: ['confluenceGroup', 'when'],
}

const mapping = group({
  enabled: toggle(true),
  createUsers: toggle(true),
  matchBy: choice(['username', 'email'], 'username'),
  username: text(),
  usernamePattern: text('', pattern),
  email: text(),
  fullName: text(),
  firstName: text(),
  lastName: text(),
  groups: group({
    enabled: toggle(true),
    attribute: text('cognito:groups'),
    mode: choice(['manual', 'on-the-fly'], 'manual'),
    rules: groupRules,
    restrictToMapped: toggle(false),
    updateOnlyMapped: toggle(false),
    filter: choice(['none', 'starts-with', 'contains', 'pattern'], 'none'),
    filterText: text(),
    replacePattern: text('', pattern),
    replaceWith: text(),
    createMissing: toggle(false),
    keepExisting: toggle(true),
    excludeGroups: texts([]),
    defaultGroups: texts(['confluence-users']),
    defaultFor: choice(['new', 'all', 'none'], 'new'),
  }),
})

const sites = keyed('baseUrl', {
  baseUrl: requiredText(baseUrl),
  name: text(),
  enabled: toggle(true),
  provider: text('', shortId),
  ssoApp: choice(['auto', 'miniorange', 'miniorange-saml', 'atlassian', 'resolution', 'kantega', 'custom'], 'auto'),
  startUrl: text(),
  onLoginPage: choice(['redirect', 'offer', 'stay'], 'offer'),
  delaySeconds: wholeNumber(0, 60, 0),
  buttonText: text(),
  relayState: text(),
  backdoor: group({ enabled: toggle(true), parameter: text('', queryParameter) }),
  adminLogin: choice(['form', 'sso'], 'form'),
  anonymous: choice(['allow', 'sign-in'], 'allow'),
  logout: group({ mode: choice(['confluence', 'cognito', 'url'], 'confluence'), url: text('', httpsAddress) }),
  holdOffSeconds: wholeNumber(0, 86_400, 300),
  mapping,
})

const providers = keyed('id', {
  id: requiredText(shortId),
  kind: choice(['cognito', 'oidc'], 'cognito'),
  region: text('', region),
  userPoolId: text('', userPoolId),
  domain: text('', hostName),
  clientId: text('', clientId),
  scopes: texts(['openid', 'email', 'profile'], scope),
  identityProvider: text(),
  loginHint: text(),
  lang: text('', languageTag),
  prompt: choice(['auto', 'login', 'select_account', 'consent'], 'auto'),
  allowedDomains: texts([], mailDomain),
  endpoints: group({
    issuer: text('', httpsAddress),
    authorization: text('', httpsAddress),
    token: text('', httpsAddress),
    userinfo: text('', httpsAddress),
    jwks: text('', httpsAddress),
    revocation: text('', httpsAddress),
    logout: text('', httpsAddress),
  }),
})

/** Every setting, once. Types, defaults, reading, policy schema, options form and administrators' table derive from here. */
export const catalog = {
  sites,
  providers,
  appearance: group({
    theme: choice(['auto', 'light', 'dark'], 'auto'),
    language: choice(['auto', 'en', 'de', 'fr', 'es', 'ja', 'pt-BR'], 'auto'),
  }),
  features: group({ workbench: toggle(true), export: toggle(true), pasteToken: toggle(true), welcome: toggle(true) }),
  /** Heard from policy alone: people may then add no sites or providers of their own. */
  lockLists: toggle(false),
} satisfies Fields

/** All settings in force. */
export type Settings = ValuesOf<typeof catalog>
/** Those of one site. */
export type SiteSettings = Settings['sites'][number]
/** Those of one identity provider. */
export type ProviderSettings = Settings['providers'][number]
/** Those by which a site's SSO app makes users of claims. */
export type MappingSettings = SiteSettings['mapping']
