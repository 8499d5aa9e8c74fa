import type { BrowserName, Plan } from './plan'
import { below, installationOf, installationValues, type RegistryValue, registryOf, replacedKeys } from './registry'

/** A registration file with one browser's policy, in place of whatever policy it had for the extension before. */
export const regFile = (browser: BrowserName, plan: Plan): string => registration(replacedKeys([browser], plan), registryOf(browser, plan))

/**
 * A registration file with the forced installation, in place of an earlier one. It is apart from the policy because such a file cannot
 * add to a text: what the organisation has in `ExtensionSettings` as a text counts no longer once this one is imported.
 */
export function installRegFile(browser: BrowserName, plan: Plan): string {
  const installation = installationOf(browser, plan)
  return registration([below(installation.key, 'ExtensionSettings', installation.id)], installationValues(installation))
}

/** Everything that is not ASCII is escaped, so that no code page can spoil it. */
function registration(removed: readonly string[], values: readonly RegistryValue[]): string {
  const keys = [...new Set(values.map(({ key }) => key))]
  const sections = keys.map((key) =>
    [`[HKEY_LOCAL_MACHINE\\${key}]`, ...values.filter((value) => value.key === key).map(regLine)].join('\r\n'),
  )
  const removals = removed.map((key) => `[-HKEY_LOCAL_MACHINE\\${key}]`)
  return `Windows Registry Editor Version 5.00\r\n\r\n${[...removals, ...sections].join('\r\n\r\n')}\r\n`
}

const regLine = ({ name, value }: RegistryValue): string =>
  `"${regText(name)}"=${typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : `"${regText(value)}"`}`
const regText = (text: string): string => text.replace(/[\\"]/g, '\\$&')
