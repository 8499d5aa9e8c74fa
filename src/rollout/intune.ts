import { admx } from './admx'
import { type AdmxPolicy, admxPolicies, categories, fieldId, hasField, plannedValue } from './admx-policies'
import type { Plan } from './plan'
import { asciiJson, prettyJson, xmlText } from './text'

/** Edge's registry key is Microsoft's, and of those an ADMX that Intune takes in may write to a few alone: Edge needs the script. */
const browsers = ['chrome', 'firefox'] as const

/**
 * A custom configuration profile for Intune, in the form that Microsoft Graph creates one from: the template, and each value by
 * its OMA-URI. @see https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
 */
export const intuneProfile = (plan: Plan): string =>
  prettyJson({
    '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
    displayName: 'Latchkey',
    omaSettings: [
      omaSetting('Latchkey.admx', 'ConfigOperations/ADMXInstall/Latchkey/Policy/Latchkey', admx(browsers, plan)),
      ...admxPolicies(browsers, plan).flatMap((policy) => {
        const value = plannedValue(policy, plan)
        const uri = `Config/Latchkey~Policy~Latchkey~${categories[policy.browser]}/${policy.name}`
        return value === undefined ? [] : [omaSetting(policy.name, uri, stateOf(policy, value))]
      }),
    ],
  })

const omaSetting = (displayName: string, uri: string, value: string) => ({
  '@odata.type': '#microsoft.graph.omaSettingString',
  displayName,
  omaUri: `./Device/Vendor/MSFT/Policy/${uri}`,
  value,
})

function stateOf(policy: AdmxPolicy, value: unknown): string {
  if (!hasField(policy)) return value === true ? '<enabled/>' : '<disabled/>'
  return `<enabled/><data id="${fieldId(policy)}" value="${xmlText(typeof value === 'string' ? value : asciiJson(value))}"/>`
}
