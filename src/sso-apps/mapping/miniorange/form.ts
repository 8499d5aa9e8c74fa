import type { FormField, FormTab } from '../../../mapping/form'
import type { MappingSettings } from '../../../settings/catalog'

/** The app's tabs, with labels of version 1.1.28, beside them those of version 2 and of the set-up guide; "Update User Groups" is the guide's alone. */
export const form = (mapping: MappingSettings, allowedDomains: readonly string[]): readonly FormTab[] => [
  { name: 'User Profile', fields: [...userProfile(mapping)] },
  { name: 'User Groups', fields: [...userGroups(mapping)] },
  {
    name: 'Sign In Settings',
    fields: [{ label: 'Allowed Domains', also: { label: 'Domain Restriction' }, value: allowedDomains.join(';'), section: 'providers' }],
  },
]

function* userProfile(mapping: MappingSettings): Generator<FormField> {
  const isSeparate = !mapping.fullName && Boolean(mapping.firstName || mapping.lastName)
  yield {
    label: 'Disable Attribute Mapping',
    also: { label: 'Update Existing User Profile', isOpposite: true },
    value: !mapping.enabled,
    setting: 'enabled',
  }
  const guides = 'Login/Search Confluence user account by'
  yield { label: 'Login/Create Confluence user account by', also: { label: guides }, value: mapping.matchBy, setting: 'matchBy' }
  yield { label: 'Username', value: mapping.username, setting: 'username' }
  yield { label: 'Apply regular expression on username field', value: mapping.usernamePattern !== '' }
  if (mapping.usernamePattern) yield { label: 'Regular Expression', value: mapping.usernamePattern, setting: 'usernamePattern' }
  yield { label: 'Email', value: mapping.email, setting: 'email' }
  yield { label: 'Separate Name Attributes', value: isSeparate }
  if (!isSeparate) yield { label: 'Full Name Attribute', value: mapping.fullName, setting: 'fullName' }
  if (isSeparate) yield { label: 'First Name', value: mapping.firstName, setting: 'firstName' }
  if (isSeparate) yield { label: 'Last Name', value: mapping.lastName, setting: 'lastName' }
}

const whom = { new: 'New Users', all: 'All Users', none: 'None' } as const
const filters = { none: 'None', 'starts-with': 'Starts with', contains: 'Contains', pattern: 'Regex' } as const

function* userGroups({ createUsers, groups }: MappingSettings): Generator<FormField> {
  const isManual = groups.mode === 'manual'
  yield {
    label: 'Disable User Creation',
    also: { label: 'Allow user creation', isOpposite: true },
    value: !createUsers,
    setting: 'createUsers',
  }
  yield {
    label: 'Default Group',
    also: { label: 'Default Group Configuration' },
    value: groups.defaultGroups,
    setting: 'groups.defaultGroups',
  }
  yield {
    label: 'Assign Default Groups To',
    also: { label: 'Enable Default Groups for' },
    value: whom[groups.defaultFor],
    setting: 'groups.defaultFor',
  }
  yield { label: isManual ? 'Manual Group Mapping' : 'On-The Fly Group Mapping', value: true, setting: 'groups.mode' }
  yield { label: 'Disable Group Mapping', value: !groups.enabled, setting: 'groups.enabled' }
  if (groups.updateOnlyMapped) yield { label: 'Update User Groups', value: true, setting: 'groups.updateOnlyMapped', unverified: true }
  yield { label: 'Group Attribute', value: groups.attribute, setting: 'groups.attribute' }
  yield* isManual ? manual(groups) : onTheFly(groups)
}

type Groups = MappingSettings['groups']

function* manual(groups: Groups): Generator<FormField> {
  yield { label: 'Restrict User Creation based on Group Mapping', value: groups.restrictToMapped, setting: 'groups.restrictToMapped' }
  yield { label: 'Add Groups', value: rows(groups.rules), setting: 'groups.rules' }
  // Hidden in this mode, and at work all the same.
  if (groups.replacePattern) yield* replacement(groups)
}

function* onTheFly(groups: Groups): Generator<FormField> {
  yield { label: 'Filter Groups', value: filters[groups.filter], setting: 'groups.filter' }
  if (groups.filter !== 'none') yield { label: 'Filter Groups (text)', value: groups.filterText, setting: 'groups.filterText' }
  yield* replacement(groups)
  yield { label: 'Create New Groups', value: groups.createMissing, setting: 'groups.createMissing' }
  yield { label: 'Keep Existing Users Groups', value: groups.keepExisting, setting: 'groups.keepExisting' }
  if (!groups.keepExisting) yield { label: 'Exclude Groups', value: groups.excludeGroups, setting: 'groups.excludeGroups' }
  // Hidden in this mode, and at work all the same.
  if (groups.restrictToMapped)
    yield { label: 'Restrict User Creation based on Group Mapping', value: true, setting: 'groups.restrictToMapped' }
  if (groups.rules.length > 0) yield { label: 'Add Groups', value: rows(groups.rules), setting: 'groups.rules' }
}

function* replacement({ replacePattern, replaceWith }: Groups): Generator<FormField> {
  yield { label: 'Apply regular expression on Group Name', value: replacePattern !== '' }
  if (replacePattern) yield { label: 'Replace', value: replacePattern, setting: 'groups.replacePattern' }
  if (replacePattern) yield { label: 'With', value: replaceWith, setting: 'groups.replaceWith' }
}

const rows = (rules: Groups['rules']) => rules.map(({ confluenceGroup, when }) => ({ left: confluenceGroup, right: when }))
