import type { Dialect } from '../dialect'
import type { Sources } from '../subject'
import type { Standing } from './lifetime'

/** Something about claims that keeps people out, or that an administrator stumbles over. */
export type FindingCode =
  | 'no-openid'
  | 'access-token'
  | 'token-expired'
  | 'token-not-yet'
  | 'token-endless'
  | 'no-groups'
  | 'groups-elsewhere'
  | 'groups-elsewhere-too'
  | 'groups-not-in-userinfo'
  | 'group-of-provider'
  | 'semicolon-in-group'
  | 'upper-case-groups'
  | 'list-in-text'
  | 'username-not-read'
  | 'username-changeable'
  | 'username-is-id'
  | 'username-of-provider'
  | 'upper-case-username'
  | 'email-missing'
  | 'email-not-read'
  | 'email-unverified'
  | 'names-missing'
  | 'names-not-read'
  | 'white-space'
  | 'number-rewritten'
  | 'differs'
  | 'only-elsewhere'
  | 'token-over-cookie'
  | 'token-over-header'

/** One thing found. */
export interface Finding {
  readonly code: FindingCode
  /** The claim that it is about. */
  readonly claim?: string
  /** What the claims say, as far as the words need it. Nothing else of a finding is secret. */
  readonly values: readonly string[]
}

/** Ways to come by a value, of which any will do; each wants all of its names. `[[]]` where the value is not asked for. */
export type Ways = readonly (readonly string[])[]

/** What a site's mapping reads, as it is typed into the SSO app's form. */
export interface Reads {
  /** The name of what is looked at as the user name. */
  readonly username: string
  /** Names without which the app knows no user name and lets nobody in. */
  readonly usernameNeeds: readonly string[]
  /** Whether userInfo may tell what the ID token does not of them. */
  readonly asksUserInfoForUsername: boolean
  readonly email: Ways
  readonly name: Ways
  /** Absent where no groups are mapped. */
  readonly groups?: string
  /** Whether the app may look for groups in userInfo, which has none of Cognito's. */
  readonly asksUserInfoForGroups: boolean
  /** Whether the app takes names of groups apart at semicolons, in a rule or in the token. */
  readonly splitsGroups: boolean
  /** Whether the app reads groups from a text such as this. */
  readonly readsGroupsIn: (text: string) => boolean
  /** A name of a group in the token as the app goes on with it. */
  readonly asGroup: (name: string) => string
}

/** What SSO apps usually read of Cognito's claims. */
export const usualReads = {
  username: 'cognito:username',
  usernameNeeds: [],
  asksUserInfoForUsername: false,
  email: [['email']],
  name: [['name'], ['given_name', 'family_name']],
  groups: 'cognito:groups',
  asksUserInfoForGroups: true,
  splitsGroups: true,
  readsGroupsIn: () => false,
  asGroup: (name) => name,
} satisfies Reads

/** What findings are looked for in. */
export interface FindingInput {
  readonly sources: Sources
  /** How long the ID token is, in characters, where it is at hand. */
  readonly size?: number
  /** What there is to say of the token's times; absent of a sign-in, which has an end of its own. */
  readonly standing?: Standing | undefined
  /** What the ID token says, as it is written there, where it is at hand. */
  readonly payload?: string
  readonly reads: Reads
  /** How the names in `reads` are spelt. */
  readonly dialect: Dialect
}

/** How bad it is: nobody gets in so; it will surprise somebody; good to know. */
type Severity = 'problem' | 'warning' | 'note'

/** Where it is mended. */
export type Where =
  | 'pool-users'
  | 'pool-groups'
  | 'app-client'
  | 'identity-provider'
  | 'token-trigger'
  | 'mapping'
  | 'sso-app-scopes'
  | 'sso-app-profile'
  | 'sso-app-groups'
  | 'issuer'
  | 'clocks'
  | 'here'

/** How bad each finding is and where it is mended, most urgent first. */
export const findingFacts: Readonly<Record<FindingCode, { readonly severity: Severity; readonly where: Where }>> = {
  'no-openid': { severity: 'problem', where: 'sso-app-scopes' },
  'access-token': { severity: 'problem', where: 'here' },
  'token-endless': { severity: 'problem', where: 'issuer' },
  'username-not-read': { severity: 'problem', where: 'mapping' },
  'email-missing': { severity: 'problem', where: 'app-client' },
  'email-not-read': { severity: 'problem', where: 'mapping' },
  'no-groups': { severity: 'problem', where: 'pool-groups' },
  'groups-elsewhere': { severity: 'problem', where: 'sso-app-groups' },
  'list-in-text': { severity: 'problem', where: 'token-trigger' },
  'semicolon-in-group': { severity: 'problem', where: 'pool-groups' },
  'token-over-header': { severity: 'problem', where: 'pool-groups' },
  'token-expired': { severity: 'warning', where: 'here' },
  'token-not-yet': { severity: 'warning', where: 'clocks' },
  'username-changeable': { severity: 'warning', where: 'app-client' },
  'username-is-id': { severity: 'warning', where: 'sso-app-profile' },
  'username-of-provider': { severity: 'warning', where: 'sso-app-profile' },
  'upper-case-username': { severity: 'warning', where: 'sso-app-profile' },
  'groups-elsewhere-too': { severity: 'warning', where: 'sso-app-groups' },
  'upper-case-groups': { severity: 'warning', where: 'sso-app-groups' },
  'email-unverified': { severity: 'warning', where: 'pool-users' },
  'names-missing': { severity: 'warning', where: 'identity-provider' },
  'names-not-read': { severity: 'warning', where: 'mapping' },
  'white-space': { severity: 'warning', where: 'pool-users' },
  'number-rewritten': { severity: 'warning', where: 'token-trigger' },
  differs: { severity: 'warning', where: 'token-trigger' },
  'token-over-cookie': { severity: 'warning', where: 'pool-groups' },
  'only-elsewhere': { severity: 'note', where: 'app-client' },
  'groups-not-in-userinfo': { severity: 'note', where: 'sso-app-groups' },
  'group-of-provider': { severity: 'note', where: 'sso-app-groups' },
}

/** Whether it is good to know and no more. */
export const isNote = ({ code }: Finding): boolean => findingFacts[code].severity === 'note'
