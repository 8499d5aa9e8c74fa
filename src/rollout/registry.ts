import { atPath } from '../settings/place'
import { type ChromiumBrowser, chromiumBrowsers, isSelfHosted } from './browsers'
import { firefoxSettings } from './firefox'
import { forcedInstall } from './forced-install'
import { pieces } from './pieces'
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

/** What one browser's part of the registry has to hold for the extension's policy: every value of it. */
export function registryOf(browser: BrowserName, plan: Plan): readonly RegistryValue[] {
  const chromium = chromiumBrowsers.find(({ name }) => name === browser)
  if (chromium) return chromiumValues(chromium, plan)
  return [{ key: below(firefoxKey, '3rdparty', 'Extensions'), name: plan.origins.firefox.id, value: asciiJson(plan.values) }]
}

/** Keys that belong to the extension's policy alone: what an earlier policy has left there must go. */
export const replacedKeys = (browsers: readonly BrowserName[], { origins }: Plan): readonly string[] =>
  chromiumBrowsers.filter(({ name }) => browsers.includes(name)).map((browser) => policyKey(browser, origins[browser.name].id))

/** The extension's entry in a browser's `ExtensionSettings`, which is the whole organisation's: one text, or a key with a key for each extension. */
export interface Installation {
  /** Where `ExtensionSettings` stands. */
  readonly key: string
  readonly id: string
  readonly entry: Readonly<Record<string, string | boolean>>
}

/** The forced installation in one browser. */
export function installationOf(browser: BrowserName, { origins }: Plan): Installation {
  const origin = origins[browser]
  const chromium = chromiumBrowsers.find(({ name }) => name === browser)
  if (!chromium) return { key: firefoxKey, id: origin.id, entry: firefoxSettings(origin) }
  return { key: chromium.registryKey, id: origin.id, entry: forcedInstall(chromium, origin, isSelfHosted(browser, origin)) }
}

/**
 * The installation as a key. Where the organisation has `ExtensionSettings` as a text, such a key takes its place, text and all.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:components/policy/core/common/registry_dict.cc
 */
export const installationValues = ({ key, id, entry }: Installation): readonly RegistryValue[] =>
  Object.entries(entry).map(([name, value]) => ({ key: below(key, 'ExtensionSettings', id), name, value: registryForm(value) }))

/** Groups are keys; lists are JSON, which the browser reads where its schema wants a list. */
function chromiumValues(browser: ChromiumBrowser, { values, origins }: Plan): readonly RegistryValue[] {
  const key = policyKey(browser, origins[browser.name].id)
  return [
    { key, name: 'version', value: Number(values['version']) },
    ...pieces.flatMap(({ path }) => {
      const value = atPath(values, path)
      const steps = path.split('.')
      return value === undefined ? [] : [{ key: below(key, ...steps.slice(0, -1)), name: steps.at(-1) ?? '', value: registryForm(value) }]
    }),
  ]
}

function registryForm(value: unknown): number | string {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' || typeof value === 'string' ? value : asciiJson(value)
}
