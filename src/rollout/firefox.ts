import { isSelfHosted } from './browsers'
import type { Origin, Plan } from './plan'
import { beside } from './updates'

/** The entry of Firefox's `ExtensionSettings`. @see https://mozilla.github.io/enterprise-admin-reference/reference/policies/extensionsettings/ */
export const firefoxSettings = (origin: Origin): Readonly<Record<string, string>> => ({
  installation_mode: 'force_installed',
  install_url: origin.url,
  ...(isSelfHosted('firefox', origin) && { update_url: beside(origin.url, 'updates.json') }),
  default_area: 'navbar',
})

/** Firefox's policies, as its policies.json and its macOS profile hold them. */
export const firefoxPolicies = ({ values, origins: { firefox } }: Plan): object => ({
  ExtensionSettings: { [firefox.id]: firefoxSettings(firefox) },
  '3rdparty': { Extensions: { [firefox.id]: values } },
})
