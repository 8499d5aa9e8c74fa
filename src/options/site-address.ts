import * as v from 'valibot'
import confluence, { contentPaths } from '../hosts/confluence'
import cloud from '../hosts/confluence-cloud'
import { othersPageIn } from '../hosts/others/others-page'
import { recogniseAddress } from '../login-page/recognise-address'
import { poolParts } from '../providers/cognito/pool-parts'
import { baseUrl } from '../settings/addresses'
import type { ComplaintCode } from '../settings/kinds'
import { behindMailLink } from '../setup/mail-link'
import { meantBy } from '../setup/pasted-text'

/** A Confluence on one's own computer, to try: it speaks plain http unless somebody has taught it otherwise. */
const isLocal = /^localhost(?![\w.-])/i

/** With or without a name in front; not a name and a password before a host. */
const mailAddress = /^(?:mailto:|[^:/]*[\s<])?[^\s:/<@]+@[^\s:/@]+$/i

/**
 * The base URL in an address that somebody typed or pasted: a bare host name, a login page, any page, a link out of a mail, or the pool's
 * sign-in page to which the site led.
 */
export function siteAddress(typed: string): { readonly baseUrl: string } | { readonly wrong: ComplaintCode } {
  const text = meantBy(behindMailLink(meantBy(typed)))
  if (!text) return { wrong: 'required' }
  if (mailAddress.test(text)) return { wrong: 'an-email-address' }
  const { region, clientId } = poolParts(text) ?? {}
  const address = (region ?? clientId) ? cameFrom(text) : addressOf(text)
  if (!address) return { wrong: 'of-a-user-pool' }
  if (!URL.canParse(address)) return { wrong: 'not-an-address' }
  const url = new URL(address)
  const known = recogniseAddress(url, { hosts: [confluence, cloud], apps: [] })?.baseUrl
  if (!known && isOthersPage(url)) return { wrong: 'of-another-product' }
  const { success, output, issues } = v.safeParse(baseUrl, known ?? installationOf(url))
  return success ? { baseUrl: output } : { wrong: issues[0].message as ComplaintCode }
}

function addressOf(text: string): string {
  const usual = isLocal.test(text) ? 'http' : 'https'
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${usual}://${text}`
}

/** The callback of the site's SSO app in the address of a sign-in page; undefined where that leads back to something else. */
function cameFrom(signInPage: string): string | undefined {
  const address = addressOf(signInPage)
  const callback = URL.canParse(address) ? (new URL(address).searchParams.get('redirect_uri') ?? '') : ''
  return /^https:\/\/[^?#]*\/plugins\/servlet\//.test(callback) ? callback : undefined
}

/**
 * Where the path of a page begins, behind that of its installation. A context path may be called like a route: one that has nothing
 * behind it is taken for that, since a page has something, and else nobody could enter such a site.
 */
const contentPath = `/(?:(?:${contentPaths.join('|')})/[^/]|(?:setup|bootstrap)/[^/]*setup)`
const pagePath = new RegExp(`(?:${contentPath}|/[^/]*\\.(?:action|jspa)(?:;[^/]*)?$).*`)

/** Content may be called like another product's pages. */
function isOthersPage({ pathname }: URL): boolean {
  const [others, own] = [othersPageIn(pathname), pathname.search(contentPath)]
  return others >= 0 && (own < 0 || others <= own)
}

function installationOf(page: URL): string {
  const url = new URL(page)
  url.pathname = url.pathname.replace(pagePath, '/')
  url.search = ''
  url.hash = ''
  return url.href
}
