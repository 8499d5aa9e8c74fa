import type { SiteSettings } from '../settings/catalog'
import type { Remark } from '../setup/remarks'
import { siteAddress } from './site-address'

/**
 * Base URLs, of whatever source, in which whoever had typed them would have been told of another product, of the user pool, or of a page of a
 * site. They stay in force: a context path may be called like a page.
 */
export const addressRemarks = (sites: readonly Pick<SiteSettings, 'baseUrl'>[]): readonly Remark[] =>
  sites.flatMap(({ baseUrl }) => {
    const code = meaning(baseUrl)
    return code ? [{ where: `sites[${baseUrl}].baseUrl`, ...code }] : []
  })

function meaning(baseUrl: string): Pick<Remark, 'code' | 'about'> | undefined {
  // As it was before a stroke was put behind it.
  const found = siteAddress(baseUrl.replace(/\/$/, ''))
  if ('baseUrl' in found) return found.baseUrl === baseUrl ? undefined : { code: 'page-of-site', about: found.baseUrl }
  return { code: found.wrong === 'of-a-user-pool' ? 'user-pool-as-site' : 'other-product-as-site', about: '' }
}
