import type { ChromiumBrowser } from './browsers'
import type { Origin } from './plan'

/**
 * The entry of `ExtensionSettings` that installs the extension for good and shows its button. A browser asks a server of one's own
 * for updates only where it is told to: else it asks whomever the package names.
 */
export const forcedInstall = (
  { shown }: ChromiumBrowser,
  { url }: Origin,
  selfHosted: boolean,
): Readonly<Record<string, string | boolean>> => ({
  installation_mode: 'force_installed',
  update_url: url,
  ...(selfHosted && { override_update_url: true }),
  ...shown,
})
