import { unknownDirectory } from '../../mapping/directory'
import type { SiteSettings } from '../../settings/catalog'
import { useBench } from '../bench'
import { useVerdicts } from '../mapping/use-verdicts'
import { ssoAppOf } from '../sso-app'

/** The user name that a site's mapping makes of the claims at hand; undefined until it is known, and where there is no ID token. */
export function useMappedName(site: SiteSettings): string | undefined {
  const { shelf, subject } = useBench()
  const { id, userinfo } = subject?.sources ?? {}
  const input = id && {
    ...{ claims: id, mapping: site.mapping, allowedDomains: [], directory: unknownDirectory, assume: 'existing' as const },
    ...(userinfo && { userInfo: userinfo }),
  }
  return useVerdicts(input ? [{ ssoApp: ssoAppOf(site, shelf) ?? '', input }] : []).all?.[0]?.username.value
}
