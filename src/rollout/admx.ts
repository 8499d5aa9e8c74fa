import { type AdmxPolicy, admxPolicies, categories, fieldId, hasField, optionId, optionsOf } from './admx-policies'
import type { BrowserName, Plan } from './plan'
import { xmlText } from './text'

/** A template for the Group Policy editor. @see https://learn.microsoft.com/openspecs/windows_protocols/ms-gpreg/6e10478a-e9e6-4fdc-a1f6-bdd9bd7f2209 */
export const admx = (browsers: readonly BrowserName[], plan: Plan): string => `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="latchkey" namespace="Latchkey.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="Latchkey" displayName="$(string.Latchkey)"/>
${browsers.map((browser) => category(categories[browser])).join('\n')}
  </categories>
  <policies>
${admxPolicies(browsers, plan)
  .map((policy) => policyElement(policy, String(plan.values['version'])))
  .join('\n')}
  </policies>
</policyDefinitions>
`

const category = (name: string): string => `    <category name="${name}" displayName="$(string.${name})">
      <parentCategory ref="Latchkey"/>
    </category>`

/** What a switch writes when it is on and off. */
const switched = `
      <enabledValue>
        <decimal value="1"/>
      </enabledValue>
      <disabledValue>
        <decimal value="0"/>
      </disabledValue>`

function policyElement(policy: AdmxPolicy, version: string): string {
  const { name, browser, key, valueName } = policy
  const names = `name="${name}" displayName="$(string.${name})" explainText="$(string.${name}_about)"`
  const place = hasField(policy) ? `presentation="$(presentation.${name})"` : `valueName="${valueName}"`
  const parts = [
    hasField(policy) ? '' : switched,
    browser === 'firefox' ? '' : versionList(key.replace(/(\\policy)\\.*$/, '$1'), version),
    hasField(policy) ? elements(policy) : '',
  ]
  return `    <policy class="Machine" ${names} key="${xmlText(key)}" ${place}>
      <parentCategory ref="${categories[browser]}"/>
      <supportedOn ref="Supported"/>${parts.join('')}
    </policy>`
}

/** Each policy, once it is enabled, also writes which version of the settings' form it speaks. */
const versionList = (key: string, version: string): string => `
      <enabledList>
        <item key="${xmlText(key)}" valueName="version">
          <value>
            <decimal value="${version}"/>
          </value>
        </item>
      </enabledList>`

function elements(policy: AdmxPolicy): string {
  const options = optionsOf(policy)
  const attributes = `id="${fieldId(policy)}" valueName="${xmlText(policy.valueName)}" required="true"`
  const field = options.length
    ? `<enum ${attributes}>\n${options.map((option) => enumItem(policy, option)).join('\n')}\n        </enum>`
    : `<text ${attributes} maxLength="1000000"/>`
  return `
      <elements>
        ${field}
      </elements>`
}

const enumItem = (policy: AdmxPolicy, option: string): string => `          <item displayName="$(string.${optionId(policy, option)})">
            <value>
              <string>${option}</string>
            </value>
          </item>`
