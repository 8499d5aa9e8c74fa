import { unknownDirectory } from '../../mapping/directory'
import type { SiteSettings } from '../../settings/catalog'
import { ssoAppOf } from '../../settings/sso-app-of'
import { useBench } from '../bench'
import { useVerdicts } from '../mapping/use-verdicts'

/** The user name that a site's mapping makes of the claims at hand; undefined until it is known, and where there is no ID token. */
export function useMappedName(site: SiteSettings): string | undefined {
  const { shelf, subject } = useBench()
  const { id, userinfo } = subject?.sources ?? {}
  const input = id && {
    ...{ claims: id, mapping: site.mapping, allowedDomains: [], directory: unknownDirectory, assume: 'existing' as const },
    ...(userinfo && { userInfo: userinfo }),
  }
  const ssoApp = ssoAppOf(site, shelf.ssoApps[site.baseUrl]) ?? ''
  return useVerdicts(input ? [{ ssoApp, input }] : []).all?.[0]?.username.value
}
