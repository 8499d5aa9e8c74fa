import { ownAddress } from '../platform/own-package'

/** Address of the options page, opened at a section ("sites", "sites?add=https://wiki.acme.com/"). */
export const optionsAt = (section: string): string => ownAddress(`src/options/index.html#${section}`)

/** Address of the workbench as a tab of its own, for a site by its base URL where one is meant. */
export const workbenchFor = (baseUrl?: string): string =>
  ownAddress(`src/workbench/index.html${baseUrl === undefined ? '' : `?site=${encodeURIComponent(baseUrl)}`}`)
