import type { SiteSettings } from '../settings/catalog'
import { ssoAppOf } from '../settings/sso-app-of'
import { everyBypass } from './bypass'
import { sitePath } from './destination'
import type { Door } from './door'
import { isRuled } from './rules'

/** What is known of one site's SSO app, from its kind or found out from the site itself. Later sources win. */
export interface KnownApp {
  readonly ssoApp?: string
  readonly start?: string
  readonly buttonText?: string
  /** The parameter of the emergency way in, encoded as in a query; null where the server has switched it off. */
  readonly backdoor?: string | null
  /** The server shows no login form of its own accord, and does not say whether the emergency way in brings it. */
  readonly formHidden?: boolean
  readonly serverRedirects?: boolean
  /** The identity providers, where the app has several: a person chooses. */
  readonly choices?: readonly Choice[]
}

/** One identity provider of several: its name on the login page, and its start as `Door.start`. */
export interface Choice {
  readonly name: string
  readonly start: string
}

/** What every site of one SSO app has in common. `start` is relative to the base URL. */
export interface AppFacts {
  readonly id: string
  readonly start?: string
  readonly backdoor?: string
}

/** What a door needs beside its site's settings. */
interface DoorWords {
  readonly apps: readonly AppFacts[]
  readonly buttonText: string
  /** See `Door`. */
  readonly afterLogout?: string
}

/** Puts a site's settings and what was discovered of it together. The person's own words win over what was discovered. */
export function doorFor(site: SiteSettings, discovered: KnownApp | undefined, words: DoorWords): Door {
  const ssoApp = ssoAppOf(site, discovered?.ssoApp)
  const app = words.apps.find(({ id }) => id === ssoApp)
  const found = discovered?.ssoApp === ssoApp ? discovered : undefined
  const start = site.startUrl ? ownStart(site) : foundStart(site.baseUrl, found, app)
  const backdoor = site.backdoor.enabled ? encodeURI(site.backdoor.parameter) || found?.backdoor || app?.backdoor : undefined
  const door = {
    baseUrl: site.baseUrl,
    enabled: site.enabled,
    onLoginPage: site.onLoginPage,
    delaySeconds: site.delaySeconds,
    relayState: site.relayState && (sitePath(site.relayState, site.baseUrl) || '/'),
    adminLogin: site.adminLogin,
    anonymous: site.anonymous,
    name: site.name || new URL(site.baseUrl).host,
    buttonText: site.buttonText || found?.buttonText || found?.choices?.find((choice) => choice.start === start)?.name || words.buttonText,
    bypass: [...new Set([...(backdoor ? [backdoor] : []), ...(app?.backdoor ? [app.backdoor] : []), ...everyBypass])],
    serverRedirects: found?.serverRedirects ?? false,
    ...(ssoApp && { ssoApp }),
    ...(start && { start }),
    ...(found?.choices && !start && { severalProviders: true as const }),
    ...(backdoor && { backdoor }),
    ...(words.afterLogout && { afterLogout: words.afterLogout }),
  }
  return { ...door, ruled: isRuled(door) }
}

/** Where SSO starts if nobody has said it, as `Door.start`; undefined where that is unknown. Of several providers none is taken unasked. */
export function foundStart(baseUrl: string, found: KnownApp | undefined, app: AppFacts | undefined): string | undefined {
  if (found?.choices) return undefined
  return found?.start ?? (app?.start && `${new URL(baseUrl).pathname}${app.start}`)
}

/**
 * The person's own start address, as a template from the origin; undefined where it leads to another site or carries a password. A URL
 * parser leaves backslashes in a query as they are, and the browser's rules would read them as groups.
 */
export function ownStart({ startUrl, baseUrl }: Pick<SiteSettings, 'startUrl' | 'baseUrl'>): string | undefined {
  const marked = startUrl.replaceAll('{destination}', destinationMark)
  if (!URL.canParse(marked, baseUrl)) return undefined
  const { origin, pathname, search, username, password } = new URL(marked, baseUrl)
  return origin === new URL(baseUrl).origin && !username && !password
    ? `${pathname}${search}`.replaceAll(destinationMark, '{destination}').replaceAll('\\', '%5C')
    : undefined
}
/** Braces do not survive a URL parser; these letters do. */
const destinationMark = 'latchkey-destination'
