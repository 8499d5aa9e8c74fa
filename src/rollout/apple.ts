import { chromiumBrowsers, isSelfHosted } from './browsers'
import { firefoxPolicies } from './firefox'
import { forcedInstall } from './forced-install'
import type { Plan } from './plan'
import { plist } from './plist'

/** Values of one preference domain of macOS. */
interface Preferences {
  readonly domain: string
  readonly values: object
}

/** Every preference domain that a Mac needs: each browser's own for the installation, and the extension's for its policy. */
export function preferencesOf(plan: Plan): readonly Preferences[] {
  const chromium = chromiumBrowsers.flatMap((browser) => {
    const origin = plan.origins[browser.name]
    const install = forcedInstall(browser, origin, isSelfHosted(browser.name, origin))
    return [
      { domain: browser.domain, values: { ExtensionSettings: { [origin.id]: install } } },
      { domain: `${browser.domain}.extensions.${origin.id}`, values: plan.values },
    ]
  })
  return [...chromium, { domain: 'org.mozilla.firefox', values: { EnterprisePoliciesEnabled: true, ...firefoxPolicies(plan) } }]
}

/**
 * A configuration profile with all of them. Its identifiers stay, so that a newer profile replaces an older one.
 * @see https://developer.apple.com/documentation/devicemanagement/toplevel
 */
export const mobileconfig = (plan: Plan): string =>
  plist({
    PayloadContent: preferencesOf(plan).map(({ domain, values }, index) => ({
      PayloadType: domain,
      PayloadVersion: 1,
      PayloadIdentifier: `example.latchkey.policy.${domain}`,
      PayloadUUID: uuids[index],
      PayloadDisplayName: `Latchkey: ${domain}`,
      ...values,
    })),
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'example.latchkey.policy',
    PayloadUUID: '5E0C2D43-6B9A-4C0E-8B57-9A1F3D6E7C20',
    PayloadDisplayName: 'Latchkey',
    PayloadScope: 'System',
    PayloadRemovalDisallowed: false,
  })

/** One for each payload, in the order of `preferencesOf`. */
const uuids = [
  '0D7C8E9B-53C6-4F0B-9B0A-6E1E5C1D2A01',
  '0D7C8E9B-53C6-4F0B-9B0A-6E1E5C1D2A02',
  '0D7C8E9B-53C6-4F0B-9B0A-6E1E5C1D2A03',
  '0D7C8E9B-53C6-4F0B-9B0A-6E1E5C1D2A04',
  '0D7C8E9B-53C6-4F0B-9B0A-6E1E5C1D2A05',
] as const
