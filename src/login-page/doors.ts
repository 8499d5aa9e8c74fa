import type { SiteSettings } from '../settings/catalog'
import { everyBypass } from './bypass'
import { sitePath } from './destination'
import type { Door } from './door'
import { isRuled } from './rules'

/** What is known of one site's SSO app, from its kind or found out from the site itself. Later sources win. */
export interface Known {
  readonly ssoApp?: string
  readonly start?: string
  readonly buttonText?: string
  readonly backdoor?: string | null
  readonly serverRedirects?: boolean
}

/** What every site of one SSO app has in common. `start` is relative to the base URL. */
export interface AppFacts {
  readonly id: string
  readonly start?: string
  readonly backdoor?: string
}

/** What a door needs beside its site's settings. */
export interface DoorWords {
  readonly apps: readonly AppFacts[]
  readonly buttonText: string
  /** See `Door`. */
  readonly afterLogout?: string
}

/** Puts a site's settings and what was discovered of it together. The person's own words win over what was discovered. */
export function doorFor(site: SiteSettings, discovered: Known | undefined, words: DoorWords): Door {
  const ssoApp = site.ssoApp === 'auto' ? discovered?.ssoApp : site.ssoApp
  const app = words.apps.find(({ id }) => id === ssoApp)
  const found = discovered?.ssoApp === ssoApp ? discovered : undefined
  const start = site.startUrl ? ownStart(site) : (found?.start ?? (app?.start && `${new URL(site.baseUrl).pathname}${app.start}`))
  const backdoor = site.backdoor.enabled ? site.backdoor.parameter || found?.backdoor || app?.backdoor : undefined
  const door = {
    baseUrl: site.baseUrl,
    enabled: site.enabled,
    onLoginPage: site.onLoginPage,
    delaySeconds: site.delaySeconds,
    relayState: site.relayState && (sitePath(site.relayState, site.baseUrl) || '/'),
    adminLogin: site.adminLogin,
    anonymous: site.anonymous,
    name: site.name || new URL(site.baseUrl).host,
    buttonText: site.buttonText || found?.buttonText || words.buttonText,
    bypass: [...new Set([...(backdoor ? [backdoor] : []), ...(app?.backdoor ? [app.backdoor] : []), ...everyBypass])],
    serverRedirects: found?.serverRedirects ?? false,
    ...(ssoApp && { ssoApp }),
    ...(start && { start }),
    ...(backdoor && { backdoor }),
    ...(words.afterLogout && { afterLogout: words.afterLogout }),
  }
  return { ...door, ruled: isRuled(door) }
}

/** The person's own start address, as a template from the origin; undefined where it leads to another site. */
function ownStart({ startUrl, baseUrl }: SiteSettings): string | undefined {
  const marked = startUrl.replaceAll('{destination}', destinationMark)
  if (!URL.canParse(marked, baseUrl)) return undefined
  const { origin, pathname, search } = new URL(marked, baseUrl)
  return origin === new URL(baseUrl).origin ? `${pathname}${search}`.replaceAll(destinationMark, '{destination}') : undefined
}
/** Braces do not survive a URL parser; these letters do. */
const destinationMark = 'latchkey-destination'
