import type { SiteSettings } from '../settings/catalog'

/** What a site is called: its own name, or its host's. */
export const siteName = ({ name, baseUrl }: Pick<SiteSettings, 'name' | 'baseUrl'>): string => name || new URL(baseUrl).host
