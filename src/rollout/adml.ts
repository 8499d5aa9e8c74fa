import { type AdmxPolicy, admxPolicies, categories, fieldId, hasField, optionId, optionsOf, titleOf } from './admx-policies'
import { chromiumBrowsers } from './browsers'
import type { BrowserName, Plan, RolloutWords } from './plan'
import { xmlText } from './text'

/** What the template says, in one language. */
export function adml(browsers: readonly BrowserName[], plan: Plan, words: RolloutWords): string {
  const policies = admxPolicies(browsers, plan)
  const strings = { ...titles, ...Object.assign({}, ...policies.map((policy) => stringsOf(policy, words))) }
  const table = Object.entries(strings).map(([id, text]) => `      <string id="${id}">${xmlText(String(text))}</string>`)
  const presentations = policies.filter(hasField).map((policy) => presentation(policy, words))
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Latchkey</displayName>
  <description>Latchkey</description>
  <resources>
    <stringTable>
${table.join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

/** Names of products, which no language changes. */
const titles: Readonly<Record<string, string>> = {
  Latchkey: 'Latchkey',
  Supported: 'Google Chrome 128, Microsoft Edge 128, Mozilla Firefox 142',
  ...Object.fromEntries(chromiumBrowsers.map(({ name, title }) => [categories[name], title])),
  [categories.firefox]: 'Mozilla Firefox',
}

function stringsOf(policy: AdmxPolicy, words: RolloutWords): Record<string, string> {
  const { name, piece } = policy
  const title = titleOf(policy, words)
  if (!piece) return { [name]: title, [`${name}_about`]: words.wholeAsJson }
  const { path, node } = piece
  const about = node.kind === 'keyed' ? `${words.help(path)} ${words.asJson}` : words.help(path)
  const choices = optionsOf(policy).map((option) => [optionId(policy, option), words.choice(path, option)])
  return { [name]: title, [`${name}_about`]: about, ...Object.fromEntries(choices) }
}

function presentation(policy: AdmxPolicy, words: RolloutWords): string {
  const { name, piece } = policy
  const label = xmlText(piece ? words.label(piece.path) : 'JSON')
  const field = optionsOf(policy).length
    ? `<dropdownList refId="${fieldId(policy)}" noSort="true" defaultItem="0">${label}</dropdownList>`
    : `<textBox refId="${fieldId(policy)}"><label>${label}</label></textBox>`
  return `      <presentation id="${name}">${field}</presentation>`
}
