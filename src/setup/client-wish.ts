import { loggedOutAddress } from '../session/after-logout'
import { signedOutAddress } from '../session/sign-out'
import type { MappingSettings, ProviderSettings, SiteSettings } from '../settings/catalog'

/** What is to be known of an app client before it can be made. */
export interface ClientWish {
  readonly userPoolId: string
  readonly name: string
  /** A server keeps one; a browser cannot. */
  readonly hasSecret: boolean
  readonly callbacks: readonly string[]
  readonly signOuts: readonly string[]
  readonly scopes: readonly string[]
  /** Name of an identity provider behind the pool, or nothing. */
  readonly identityProvider: string
  /** Claims that somebody counts on. */
  readonly claims: readonly string[]
}

/** The wish for Latchkey's own client. */
export interface OwnClientWish extends ClientWish {
  /** Base URLs of the sites for whose sign-out URLs the client has no room. */
  readonly leftOut: readonly string[]
}

type Pool = Pick<ProviderSettings, 'userPoolId' | 'scopes' | 'identityProvider'>
type Site = Pick<SiteSettings, 'baseUrl' | 'mapping' | 'logout'>

/** As many sign-out URLs a client may have. @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export const mostSignOuts = 100

/** The client of a site's SSO app; `callback` is where the app takes people back in, below the base URL. */
export const wishForApp = (site: Site, pool: Pool, callback: string): ClientWish => ({
  ...common([site], pool),
  name: `Confluence SSO, ${new URL(site.baseUrl).host}`,
  hasSecret: true,
  callbacks: [`${site.baseUrl}${callback}`],
  signOuts: [loggedOutAddress(site.baseUrl)],
})

/**
 * Latchkey's own client, with the addresses at which sign-in ends in each browser, and those of all sites of the pool that log out there:
 * of the first in any case. It reads what the SSO apps' clients read.
 */
export function wishForLatchkey(sites: readonly [Site, ...Site[]], pool: Pool, redirects: readonly string[]): OwnClientWish {
  const leaving = leavingThere(sites)
  const room = mostSignOuts - redirects.length
  return {
    ...common(sites, pool),
    name: 'Latchkey',
    hasSecret: false,
    callbacks: redirects,
    signOuts: [...redirects.map(signedOutAddress), ...leaving.slice(0, room).map(loggedOutAddress)],
    leftOut: leaving.slice(room),
  }
}

const leavingThere = ([first, ...others]: readonly [Site, ...Site[]]): readonly string[] =>
  [first, ...others.filter(({ logout }) => logout.mode === 'cognito')].map(({ baseUrl }) => baseUrl)

const common = (sites: readonly Site[], { userPoolId, scopes, identityProvider }: Pool) => ({
  userPoolId,
  scopes: [...new Set(['openid', ...scopes])],
  identityProvider,
  claims: [
    ...new Set(
      sites
        .flatMap(({ mapping }) => mappedClaims(mapping))
        .flatMap(choicesIn)
        .flatMap((text) => namedIn(text).map(({ claim }) => claim)),
    ),
  ],
})

/** The claims that a text of a mapping names, and as what: a template names several, each as `${claim}`; any other text is a claim's own name. */
export function namedIn(text: string): readonly { readonly claim: string; readonly as: string }[] {
  const templates = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([as, claim = '']) => ({ claim, as }))
  return templates.length > 0 ? templates : [{ claim: text, as: text }]
}

/** Of a list of attributes, such as `mail;email`, each: one of them is enough. Any other text is its own only choice. */
export const choicesIn = (text: string): readonly string[] =>
  text.includes('${')
    ? [text]
    : text
        .split(';')
        .map((name) => name.trim())
        .filter(Boolean)

/** What a mapping names, each once: claims, lists of them, and templates as they stand. People are found by a profile that is left alone, too. */
export function mappedClaims({ enabled, username, email, fullName, firstName, lastName, groups }: MappingSettings): readonly string[] {
  const names = enabled ? [fullName, firstName, lastName] : []
  const named = [username, email, ...names, ...(groups.enabled ? [groups.attribute] : [])]
  return [...new Set(named.filter((text) => choicesIn(text).length > 0))]
}
