import type { FormField, FormRow, FormTab } from '../../src/mapping/form'
import { type AtlassianSettings, atlassianDefaults } from '../stand-ins/confluence/atlassian/settings'
import { type MiniOrangeSettings, miniOrangeDefaults } from '../stand-ins/confluence/miniorange/settings'
import { trimmed } from '../stand-ins/confluence/miniorange/trimmed'

/** What an administrator reads off a sheet, by the label of the field. */
function reader(tabs: readonly FormTab[]) {
  const fields = new Map<string, FormField['value']>(tabs.flatMap((tab) => tab.fields.map(({ label, value }) => [label, value])))
  return {
    text: (label: string) => String(fields.get(label) ?? ''),
    tick: (label: string) => fields.get(label) === true,
    list: (label: string) => items<string>(fields.get(label)),
    rows: (label: string) => items<FormRow>(fields.get(label)).map(({ left, right }) => ({ group: left, idpGroups: right })),
  }
}

/** A field that is read off empty has no entries. */
const items = <T>(value: FormField['value'] | undefined): T[] => (Array.isArray(value) ? (value as T[]) : [])

const whom = { 'New Users': 'newUsers', 'All Users': 'allUsers', None: 'noUsers' } as const
const filters = { None: 'none', 'Starts with': 'starts with', Contains: 'contains', Regex: 'regex' } as const

/** Types a sheet into miniOrange's tabs and saves them, which takes blanks from the ends of texts. */
export function fillInMiniOrange(tabs: readonly FormTab[]): MiniOrangeSettings {
  const { text: typed, tick, list, rows } = reader(tabs)
  const text = (label: string) => trimmed(typed(label))
  const defaults = miniOrangeDefaults()
  return {
    ...defaults,
    disableAttributeMapping: tick('Disable Attribute Mapping'),
    loginBy: text('Login/Create Confluence user account by') === 'email' ? 'email' : 'username',
    usernameAttribute: text('Username'),
    usernameRegex: tick('Apply regular expression on username field') ? text('Regular Expression') : '',
    emailAttribute: text('Email'),
    fullNameAttribute: text('Full Name Attribute'),
    separateNames: tick('Separate Name Attributes') ? { first: text('First Name'), last: text('Last Name') } : undefined,
    disableUserCreation: tick('Disable User Creation'),
    defaultGroups: list('Default Group'),
    assignDefaultGroupsTo: whom[text('Assign Default Groups To') as keyof typeof whom],
    allowedDomains: text('Allowed Domains'),
    groups: {
      ...defaults.groups,
      disabled: tick('Disable Group Mapping'),
      mode: tick('On-The Fly Group Mapping') ? 'on-the-fly' : 'manual',
      groupAttribute: text('Group Attribute'),
      manual: rows('Add Groups'),
      restrictCreation: tick('Restrict User Creation based on Group Mapping'),
      filter: { kind: filters[(text('Filter Groups') || 'None') as keyof typeof filters], value: text('Filter Groups (text)') },
      replace: tick('Apply regular expression on Group Name') ? { pattern: text('Replace'), by: text('With') } : undefined,
      createNewGroups: tick('Create New Groups'),
      keepExisting: tick('Keep Existing Users Groups'),
      excludeGroups: list('Exclude Groups'),
    },
  }
}

/** Types a sheet into the built-in SSO's page. */
export function fillInAtlassian(tabs: readonly FormTab[]): AtlassianSettings {
  const { text, tick } = reader(tabs)
  const jit = {
    displayName: text('Display name (mapping-display-name)'),
    email: text('Email (mapping-email)'),
    groups: text('Groups (mapping-groups)'),
  }
  return {
    ...atlassianDefaults(),
    usernameClaim: text('Username mapping (username-claim)'),
    jit: tick('Create users on login (user-provisioning-enabled)') ? jit : undefined,
  }
}
