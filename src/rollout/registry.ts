import { type ChromiumBrowser, chromiumBrowsers, isSelfHosted } from './browsers'
import { firefoxSettings } from './firefox'
import { forcedInstall } from './forced-install'
import { pieceOf, pieces } from './pieces'
import type { BrowserName, Plan } from './plan'
import { asciiJson } from './text'

/** One value of the Windows registry. */
export interface RegistryValue {
  /** Below HKEY_LOCAL_MACHINE. */
  readonly key: string
  readonly name: string
  /** A number is a REG_DWORD, a text a REG_SZ. */
  readonly value: number | string
}

/** A key below another one. */
export const below = (key: string, ...steps: readonly string[]): string => [key, ...steps].join('\\')

/** Where a browser of Chromium's kind looks for an extension's policy. */
export const policyKey = ({ registryKey }: ChromiumBrowser, id: string): string =>
  below(registryKey, '3rdparty', 'extensions', id, 'policy')

/** Where Firefox looks for its own policies. */
export const firefoxKey = String.raw`SOFTWARE\Policies\Mozilla\Firefox`

/** What one browser's part of the registry has to hold: the forced installation and every value of policy. */
export function registryOf(browser: BrowserName, plan: Plan): readonly RegistryValue[] {
  const chromium = chromiumBrowsers.find(({ name }) => name === browser)
  return chromium ? chromiumValues(chromium, plan) : firefoxValues(plan)
}

/** Keys that belong to the extension's policy alone: what an earlier policy has left there must go. */
export const replacedKeys = (browsers: readonly BrowserName[], { origins }: Plan): readonly string[] =>
  chromiumBrowsers.filter(({ name }) => browsers.includes(name)).map((browser) => policyKey(browser, origins[browser.name].id))

/** Groups are keys; lists are JSON, which the browser reads where its schema wants a list. */
function chromiumValues(browser: ChromiumBrowser, { values, origins }: Plan): readonly RegistryValue[] {
  const origin = origins[browser.name]
  const installKey = below(browser.registryKey, 'ExtensionSettings', origin.id)
  const key = policyKey(browser, origin.id)
  const install = forcedInstall(browser, origin, isSelfHosted(browser.name, origin))
  return [
    ...Object.entries(install).map(([name, value]) => ({ key: installKey, name, value: registryForm(value) })),
    { key, name: 'version', value: Number(values['version']) },
    ...pieces.flatMap(({ path }) => {
      const value = pieceOf(values, path)
      const steps = path.split('.')
      return value === undefined ? [] : [{ key: below(key, ...steps.slice(0, -1)), name: steps.at(-1) ?? '', value: registryForm(value) }]
    }),
  ]
}

function firefoxValues(plan: Plan): readonly RegistryValue[] {
  const { id } = plan.origins.firefox
  const install = Object.entries(firefoxSettings(plan.origins.firefox))
  return [
    ...install.map(([name, value]) => ({ key: below(firefoxKey, 'ExtensionSettings', id), name, value: registryForm(value) })),
    { key: below(firefoxKey, '3rdparty', 'Extensions'), name: id, value: asciiJson(plan.values) },
  ]
}

function registryForm(value: unknown): number | string {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' || typeof value === 'string' ? value : asciiJson(value)
}
