import { type AdmxPolicy, admxPolicies, hasField, plannedValue, titleOf } from './admx-policies'
import { chromiumBrowsers } from './browsers'
import type { BrowserName, Plan, RolloutWords } from './plan'
import { asciiJson } from './text'

/** What to set in the Group Policy editor: each policy with its state and, where it has a field, what goes into its one line. */
export function editorValues(browsers: readonly BrowserName[], plan: Plan, words: RolloutWords): string {
  const entries = admxPolicies(browsers, plan).flatMap((policy) => {
    const value = plannedValue(policy, plan)
    return value === undefined ? [] : [entry(policy, value, words)]
  })
  return `${entries.join('\r\n\r\n')}\r\n`
}

function entry(policy: AdmxPolicy, value: unknown, words: RolloutWords): string {
  const browser = chromiumBrowsers.find(({ name }) => name === policy.browser)?.title ?? 'Mozilla Firefox'
  const title = `${browser} › ${titleOf(policy, words)}`
  if (!hasField(policy)) return `${title}: ${value === true ? 'Enabled' : 'Disabled'}`
  return `${title}: Enabled\r\n${typeof value === 'string' ? words.choice(policy.piece?.path ?? '', value) : asciiJson(value)}`
}
