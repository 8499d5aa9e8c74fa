import { find, firstFit, own } from './dom'
import type { LoginPage, SeenPage } from './page'
import { baseAt, type KindSeen, kindAt, type Place, placeOf } from './recognise-address'
import type { HostSigns, Signs, SsoAppSigns } from './signs'

/** A page with its document in, login page out. Order is irrelevant: at most one host and one app answer for any page. Never throws. */
export function recognise(page: SeenPage, signs: Signs): LoginPage | undefined {
  for (const host of signs.hosts) {
    const found = ofHost(page, host, signs)
    if (found) return found
  }
  return undefined
}

function ofHost(page: SeenPage, host: HostSigns, { apps, appMark }: Signs): LoginPage | undefined {
  const { url, document } = page
  const place = placeOf(url, host)
  const known = place?.path === undefined ? [] : [place.path]
  // The first of them is there on nearly every page of the product's own, and soon found: others need not be asked for with it.
  const mark = place && firstFit(document, [...host.frame, ...host.marks, ...(known.length ? host.hints : [])])
  if (!mark || find(document, host.frame.includes(mark) ? host.hosted : host.foreign)) return undefined
  const [kind, ...because] = kindOf(page, host, place, apps)
  const version = host.versions.find((sign) => stated(document, sign))
  const app = find(document, appMark) ? apps.find(({ marks }) => firstFit(document, marks)) : undefined
  // Several links to several providers are nobody's choice.
  const [startLink, ...others] = app ? linksOf(url, document, app.marks) : []
  return {
    host: host.name,
    kind,
    baseUrl: baseAt(url, place, content(document, host.context)),
    version: version && stated(document, version),
    ssoApp: app?.id,
    startLink: others.length ? undefined : startLink,
    appRedirects: Boolean(app?.redirecting && find(document, app.redirecting)),
    evidence: { host: [...known, mark], kind: because, version, ssoApp: app && firstFit(document, app.marks) },
  }
}

/** Somebody who is signed in needs no login, whatever the address; a refused one wants to read why. */
function kindOf({ url, document }: SeenPage, { aside, failed, user }: HostSigns, place: Place, apps: readonly SsoAppSigns[]): KindSeen {
  const { kind, path, pathname } = place
  const name = content(document, user)
  if (!/^(login|other)/.test(kind)) return [kind]
  if (name && path && url.searchParams.has('permissionViolation')) return ['no-permission', 'permissionViolation']
  if (name) return ['signed-in', user]
  if (!path) return name === '' && !new RegExp(aside).test(pathname) ? ['anonymous', user] : ['other']
  const told = kindAt(url, place, apps)
  // After a logout or a failed SSO an error is of that.
  const refusal = /^login/.test(told[0]) && firstFit(document, failed)
  return refusal ? ['login-failed', refusal] : told
}

const stated = (document: Document, sign: string): string | undefined => {
  const found = find(document, sign)
  return /\b\d+\.\d[\w.-]*/.exec(found?.getAttribute('content') ?? found?.textContent ?? '')?.[0]
}

/** Where an app's links, not ours, lead that stay on the site, each once. */
export function linksOf({ origin }: URL, document: Document, marks: readonly string[]): readonly string[] {
  const found = own(document, 'querySelectorAll')<HTMLAnchorElement>(`a[href]:is(${marks.join()})`)
  // As the browser reads it: the page may have a base of its own.
  return [...new Set([...found].map(({ href }) => `${href}`))].filter((link) => link.startsWith(`${origin}/`))
}

const content = (document: Document, selector: string) => find(document, selector)?.getAttribute('content')
