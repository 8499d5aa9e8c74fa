import type { Caution } from '../../../src/mapping/caution'
import { type Directory, unknownDirectory } from '../../../src/mapping/directory'
import { javaMatch } from '../../../src/mapping/matcher'
import type { Refusal } from '../../../src/mapping/refusal'
import type { MappingInput } from '../../../src/mapping/semantics'
import { groupsAfter, type RuleReport, type Verdict } from '../../../src/mapping/verdict'
import type { MappingSettings } from '../../../src/settings/catalog'
import { resolve } from '../../../src/settings/resolve'
import { semanticsOf } from '../../../src/sso-apps/mapping'
import type { Fact } from './facts'

/** Settings that differ from those of the set-up guide. */
export type Settings = Partial<Omit<MappingSettings, 'groups'>> & { readonly groups?: Partial<MappingSettings['groups']> }

/** Claims and settings, and what comes of them. */
export interface Case {
  /** A sentence about the product. */
  readonly title: string
  readonly fact: Fact
  readonly claims?: Readonly<Record<string, unknown>>
  readonly settings?: Settings
  readonly more?: Partial<Pick<MappingInput, 'allowedDomains' | 'directory' | 'assume' | 'userInfo'>>
  readonly expected: Partial<Summary>
}

/** The parts of a verdict that cases speak of. */
export interface Summary {
  readonly outcome: Verdict['outcome']
  readonly refusal: Refusal
  readonly account: string
  readonly username: string
  readonly email: string
  readonly name: string
  readonly profile: Verdict['profile']
  readonly groups: readonly string[]
  readonly removed: readonly string[]
  /** Groups of which a pattern that nobody can try here decides. */
  readonly unsure: readonly string[]
  readonly others: Verdict['others']
  readonly created: readonly string[]
  readonly fates: Readonly<Record<string, string>>
  readonly rules: readonly string[]
  readonly near: readonly string[]
  readonly cautions: readonly Caution['code'][]
}

/** Ann, as Cognito names her. */
export const ann = {
  sub: '7f1c2a9e-0c5b-4e57-9d0e-6a2b8f7d1c44',
  'cognito:username': 'ann',
  email: 'ann@acme.com',
  name: 'Ann Archer',
  given_name: 'Ann',
  family_name: 'Archer',
  'cognito:groups': ['dev', 'ops'],
}

/** Somebody who has an account and is in these groups; every group of the wiki is known. */
export const existing = (groups: readonly string[], all: readonly string[] = []): Pick<MappingInput, 'directory'> => ({
  directory: {
    accounts: [{ username: 'ann', exists: true, email: 'ann@acme.com', groups }],
    groups: ['confluence-users', 'confluence-administrators', 'developers', 'operators', 'dev', 'ops', ...groups, ...all],
  },
})

/** Somebody without an account, where every group of the wiki is known. */
export const stranger = (groups: readonly string[]): { readonly directory: Directory } => ({
  directory: { accounts: [{ username: 'ann', exists: false }], groups },
})

/** The set-up guide's settings for one app, changed. */
export function settingsFor(app: string, { groups, ...settings }: Settings): MappingSettings {
  const usual = app === 'atlassian' ? { username: '${cognito:username}', email: '${email}', fullName: '${name}' } : attributes
  const site = { baseUrl: 'https://wiki.acme.com/', mapping: { ...usual, ...settings, groups: { ...groups } } }
  const { settings: read, complaints } = resolve({ sites: [site] }, {})
  if (complaints.length > 0 || !read.sites[0]) throw new Error(JSON.stringify(complaints))
  return read.sites[0].mapping
}

const attributes = { username: 'cognito:username', email: 'email', fullName: 'name' }

/** The verdict on a case. */
export function verdictOf(app: string, { claims = ann, settings = {}, more = {} }: Pick<Case, 'claims' | 'settings' | 'more'>): Verdict {
  const mapping = settingsFor(app, settings)
  const input: MappingInput = { claims, mapping, allowedDomains: [], directory: unknownDirectory, assume: 'new', ...more }
  return semanticsOf(app).judge(input, javaMatch())
}

/** A verdict as cases write it: what is absent is left out. */
export function summary(verdict: Verdict): Summary {
  const { outcome, account, username, email, name, profile, memberships, others, received, rules, cautions, refusal } = verdict
  return {
    ...{ outcome, account, profile, others, username: username.value, email: email.value, name: name.value },
    refusal: refusal as Refusal,
    groups: groupsAfter(verdict),
    removed: memberships.flatMap(({ group, change }) => (change === 'removed' ? [group] : [])).sort(),
    unsure: memberships.flatMap(({ group, change }) => (change === 'unsure' ? [group] : [])).sort(),
    created: memberships.flatMap(({ group, creates }) => (creates ? [`${group} ${creates}`] : [])),
    fates: Object.fromEntries(received.map(({ name: one, becomes, fate }) => [one, becomes === one ? fate : `${fate} as ${becomes}`])),
    rules: rules.map(ruleInShort),
    near: rules.flatMap((rule) => rule.near.map(({ wanted, received: there, differs }) => `${wanted} ${differs} ${there}`)),
    cautions: cautions.map(({ code }) => code),
  }
}

const ruleInShort = ({ state, matched, why }: RuleReport): string => [state, ...matched, ...(why ? [why] : [])].join(' ')
