import type { SiteSettings } from '../settings/catalog'
import { sessionInPath } from './destination'

/**
 * One site as its login page needs it: settings in force and what was discovered, put together once by the background.
 * Plain data in `storage.local`, where the content script reads it without a message; nothing in it is secret.
 */
export interface Door extends Pick<SiteSettings, 'baseUrl' | 'enabled' | 'onLoginPage' | 'delaySeconds' | 'adminLogin' | 'anonymous'> {
  readonly name: string
  /** Where everybody lands: a path below the base URL, "/" for the site's start page, or "" for the page that was asked for. */
  readonly relayState: string
  /** Id of the SSO app; undefined until it is set or discovered. */
  readonly ssoApp?: string
  /**
   * Where SSO starts: path and query from the origin, with `{destination}` where the encoded destination goes
   * ("/confluence/plugins/servlet/oauth/auth?return_to={destination}"). Undefined until the app is known.
   */
  readonly start?: string
  /** There are several identity providers, and nobody has chosen one. */
  readonly severalProviders?: true
  readonly buttonText: string
  /** Query parameters, "key" or "key=value", by which people ask for the plain login form, the site's own first. */
  readonly bypass: readonly string[]
  /** The parameter of the emergency way in; undefined where the site has switched it off. */
  readonly backdoor?: string
  /** Where people go after a logout: the address that ends the provider's session, or the site's own choice; undefined for nowhere. */
  readonly afterLogout?: string
  /** The SSO app redirects by itself, so Latchkey need not. */
  readonly serverRedirects: boolean
  /** Redirects for this site are compiled into the browser's own rules. */
  readonly ruled: boolean
}

/** The door that an address belongs to: the longest base URL that it starts with. */
export function doorOf<D extends Pick<Door, 'baseUrl'>>(url: string, doors: readonly D[]): D | undefined {
  return doors.filter(({ baseUrl }) => `${url}/`.startsWith(baseUrl)).sort((a, b) => b.baseUrl.length - a.baseUrl.length)[0]
}

/** Id of the SSO app of each site of which it is known, by base URL. */
export const ssoAppsAt = (doors: readonly Door[]): Readonly<Record<string, string>> =>
  Object.fromEntries(doors.flatMap(({ baseUrl, ssoApp }) => (ssoApp ? [[baseUrl, ssoApp]] : [])))

/** The address that starts SSO and comes back to `destination`, a path below the base URL, or "" for the site's own start page. */
export function startAddress(start: string, baseUrl: string, destination: string): string {
  const template = destination ? start : start.replace(/(?<=[?&])[^?&=]*=\{destination\}&?/, '').replace(/[?&]$/, '')
  return new URL(template.replace('{destination}', encodeURIComponent(destination || '/')), baseUrl).href
}

/** A start template, like `Door.start`, from an address that starts SSO and comes back to somewhere. Nobody's session stays in it. */
export function startFrom(address: string, returnParameter: string): string {
  const { pathname, searchParams } = new URL(address)
  searchParams.delete(returnParameter)
  return `${pathname.replace(sessionInPath, '')}?${searchParams.size ? `${searchParams}&` : ''}${returnParameter}={destination}`
}

/** The address of the plain login form, the emergency way in. */
export const backdoorAddress = (baseUrl: string, parameter: string): string => `${baseUrl}login.action?${parameter}`
