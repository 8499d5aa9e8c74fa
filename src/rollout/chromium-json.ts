import { chromiumBrowsers, isSelfHosted } from './browsers'
import { forcedInstall } from './forced-install'
import type { Plan } from './plan'
import { prettyJson } from './text'

/** A file for the folder where Chrome or Edge on Linux looks for policy. @see https://www.chromium.org/administrators/linux-quick-start/ */
export function chromiumJson(name: 'chrome' | 'edge', { values, origins }: Plan): string {
  const browser = chromiumBrowsers.find((one) => one.name === name)
  const origin = origins[name]
  return prettyJson({
    ...(browser && { ExtensionSettings: { [origin.id]: forcedInstall(browser, origin, isSelfHosted(name, origin)) } }),
    '3rdparty': { extensions: { [origin.id]: values } },
  })
}

/** What the Google Admin console takes as an extension's policy: every value wrapped. @see https://support.google.com/chrome/a/answer/6306504 */
export const googleAdminJson = ({ values }: Plan): string =>
  prettyJson(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { Value: value }])))
