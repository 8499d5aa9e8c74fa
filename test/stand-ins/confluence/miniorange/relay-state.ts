import { destinationOf } from '../destination'
import type { Exchange } from '../exchange'

/** Name of the one cookie that remembers where somebody wanted to go. Two tabs share it. */
export const relayStateCookie = 'mo.confluence-oauth.RELAY_STATE'

/** Query for the start address: `?return_to=…`, or nothing for the dashboard. Observed with 1.1.28. */
export function returnTo(query: URLSearchParams): string {
  const wanted = destinationOf(query).trim()
  if (wanted === '' || wanted === '/') return ''
  return `?return_to=${encodeURIComponent(wanted.startsWith('/') ? wanted : `/${wanted}`)}`
}

/** Keeps `return_to` for later, cutting the context path out wherever it occurs. False if no cookie can hold the value. */
export function keepRelayState({ site, setCookie }: Exchange, wanted: string): boolean {
  const { contextPath } = site.settings
  const value = contextPath ? wanted.replaceAll(contextPath, '') : wanted
  // Unverified: that Tomcat refuses these in a cookie's value.
  if (!/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(value)) return false
  setCookie(relayStateCookie, value, 'Path=/')
  return true
}

/** Where a finished sign-in goes: the configured Relay State before the cookie, the wiki's start page if neither is of this wiki. */
export function landingAfterSso({ site, cookies, base }: Exchange): string {
  const { settings } = site
  const configured = settings.miniorange.relayState
  const kept = configured || (cookies[relayStateCookie] ?? '')
  if (kept === '') return `${base}/`
  // A whole address became `/https://…` on its way in. Only without a context path is that undone.
  const repaired = settings.contextPath === '' && kept.startsWith(`/${base}`) ? kept.slice(1) : kept
  if (repaired.startsWith('/')) return base + repaired
  return repaired.includes(base) ? repaired : `${base}/`
}
