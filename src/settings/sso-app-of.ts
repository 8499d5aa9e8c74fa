import type { SiteSettings } from './catalog'

/** Id of a site's SSO app: as it is set, else as it was found; undefined where it is not known. */
export const ssoAppOf = ({ ssoApp }: Pick<SiteSettings, 'ssoApp'>, found: string | undefined): string | undefined =>
  ssoApp === 'auto' ? found : ssoApp
