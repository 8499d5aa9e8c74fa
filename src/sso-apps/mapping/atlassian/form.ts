import type { FormField, FormTab } from '../../../mapping/form'
import type { MappingSettings } from '../../../settings/catalog'

/** What the method's page and its just-in-time provisioning ask for, as paths below `mapping`. */
export const settings: readonly string[] = ['createUsers', 'username', 'email', 'fullName', 'groups.enabled', 'groups.attribute']

/** The authentication method's page, as its configuration keys are called; the screen's own labels are unverified. */
export const form = (mapping: MappingSettings): readonly FormTab[] => [
  { name: 'Authentication methods', fields: [...method(mapping)] },
  ...(mapping.createUsers ? [{ name: 'Just-in-time user provisioning', fields: [...provisioning(mapping)] }] : []),
]

function* method({ username, createUsers }: MappingSettings): Generator<FormField> {
  yield { label: 'Username mapping (username-claim)', value: username || '${sub}', setting: 'username', unverified: true }
  yield {
    label: 'Create users on login (user-provisioning-enabled)',
    value: createUsers,
    setting: 'createUsers',
    unverified: true,
  }
}

function* provisioning({ fullName, email, groups }: MappingSettings): Generator<FormField> {
  yield { label: 'Display name (mapping-display-name)', value: fullName, setting: 'fullName', unverified: true }
  yield { label: 'Email (mapping-email)', value: email, setting: 'email', unverified: true }
  yield { label: 'Groups (mapping-groups)', value: groups.enabled ? groups.attribute : '', setting: 'groups.attribute', unverified: true }
}
