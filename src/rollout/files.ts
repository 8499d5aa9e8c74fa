import { adml } from './adml'
import { admx } from './admx'
import { mobileconfig, preferencesOf } from './apple'
import { isSelfHosted } from './browsers'
import { chromiumJson, googleAdminJson } from './chromium-json'
import { editorValues } from './editor-values'
import { firefoxPolicies } from './firefox'
import { intuneProfile } from './intune'
import { jamfSchema } from './jamf'
import type { BrowserName, Plan, Platform, RolloutFile, RolloutWords } from './plan'
import { plist } from './plist'
import { powershellScript } from './powershell'
import { prettyJson } from './text'
import { chromiumUpdates, firefoxUpdates } from './updates'
import { installRegFile, regFile } from './windows-files'

const all = ['chrome', 'edge', 'firefox'] as const satisfies readonly BrowserName[]

/** Every file that an administrator may need, for every platform. Update manifests are there where something is self-hosted. */
export function rolloutFiles(plan: Plan, words: RolloutWords): readonly RolloutFile[] {
  const { origins } = plan
  const file = (platform: Platform, name: string, content: string): RolloutFile => ({ platform, name, content })
  const updates = chromiumUpdates(plan)
  const plists = preferencesOf(plan).map(({ domain, values }) => file('jamf', `${domain}.plist`, plist(values)))
  return [
    file('linux', 'chrome.json', chromiumJson('chrome', plan)),
    file('linux', 'edge.json', chromiumJson('edge', plan)),
    ...all.map((browser) => file('windows', `latchkey-${browser}.reg`, regFile(browser, plan))),
    ...all.map((browser) => file('windows', `latchkey-${browser}-install.reg`, installRegFile(browser, plan))),
    file('windows', 'latchkey.admx', admx(all, plan)),
    file('windows', 'latchkey.adml', adml(all, plan, words)),
    file('windows', 'latchkey-group-policy.txt', editorValues(all, plan, words)),
    file('intune', 'latchkey.ps1', powershellScript(all, plan)),
    file('intune', 'latchkey-oma-uri.json', intuneProfile(plan)),
    file('macos', 'latchkey.mobileconfig', mobileconfig(plan)),
    ...plists,
    file('jamf', 'latchkey-schema.json', jamfSchema(words)),
    file('google-admin', 'latchkey.json', googleAdminJson(plan)),
    file('firefox', 'policies.json', prettyJson({ policies: firefoxPolicies(plan) })),
    ...(updates === undefined ? [] : [file('self-hosted', 'updates.xml', updates)]),
    ...(isSelfHosted('firefox', origins.firefox) ? [file('self-hosted', 'updates.json', firefoxUpdates(plan))] : []),
  ]
}
