import { browser } from '../platform/browser'

/** Address of the options page, opened at a section ("sites", "sites?add=https://wiki.acme.com/"). */
export const optionsAt = (section: string): string => browser.runtime.getURL(`src/options/index.html#${section}`)
