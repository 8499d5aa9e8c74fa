import type { SiteSettings } from '../settings/catalog'
import type { Shelf } from './bench'

/** Id of the SSO app of a site: as it is set, else as it was found; undefined where it is not known. */
export const ssoAppOf = ({ ssoApp, baseUrl }: SiteSettings, { ssoApps }: Pick<Shelf, 'ssoApps'>): string | undefined =>
  ssoApp === 'auto' ? ssoApps[baseUrl] : ssoApp
