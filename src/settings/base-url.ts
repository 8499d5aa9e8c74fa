import { isCloudHost } from './cloud'
import type { ComplaintCode } from './kinds'

const isLocal = (url: URL) => url.hostname === 'localhost'

/**
 * A host as the URL standard writes it. URL parsers also take `wiki..acme.com`, `"wiki"` and `*.acme.com`, and browsers would be asked to
 * allow every host of the latter. @see https://www.rfc-editor.org/rfc/rfc1035#section-2.3.1
 */
const isHost = /^[\w-]+(\.[\w-]+)*\.?$/

/** Why an address cannot be one of ours, or undefined. Plain http is for localhost alone. */
export function wrongWithAddress(value: string): ComplaintCode | undefined {
  if (!URL.canParse(value)) return 'not-an-address'
  const url = new URL(value)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url))) return 'not-https'
  if (url.username || url.password) return 'address-with-credentials'
  if (url.hostname.startsWith('[')) return 'host-in-brackets'
  return isHost.test(url.hostname) ? undefined : 'not-an-address'
}

/** Why an address cannot be the base URL of an installation, or undefined. */
export function wrongWithBaseUrl(value: string): ComplaintCode | undefined {
  const wrong = wrongWithAddress(value)
  if (wrong) return wrong
  if (/[?#]/.test(value)) return 'address-with-query'
  return isCloudHost(withoutFinalDot(new URL(value)).hostname) ? 'in-the-cloud' : undefined
}

/**
 * Normalised by the URL standard, its host without a final dot, no step of its path empty, and ending in "/", without a match pattern's
 * star behind it, nor dots that the star hid. The address has to be a sound one.
 */
export function asBaseUrl(value: string): string {
  const { origin, pathname } = withoutFinalDot(new URL(value))
  const path = pathname.replace(/\/{2,}/g, '/')
  return `${origin}${/^.*[^.*/](?:\**\.)*/.exec(path)?.[0] ?? ''}/`
}

/** An address by its host's usual name: `wiki.acme.com.`, however its dots are written, is `wiki.acme.com`. */
export function withoutFinalDot(address: URL): URL {
  const url = new URL(address)
  url.hostname = url.hostname.replace(/\.$/, '')
  return url
}
