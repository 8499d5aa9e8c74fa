import { type CognitoStandIn, cognitoStandIn } from '../cognito'
import { type Arrival, type Visitor, visitor } from '../cognito/visitor'
import { personNamed } from '../people'
import { startWorld, type World } from '../world'
import { type ConfluenceStandIn, confluenceStandIn } from '.'
import { type ConfluenceOptions, settingsOf } from './settings'

/** A restricted page with a query that is easily damaged. */
export const deep = '/display/DS/Restricted?focus=berths&x=%2B'

/** Path of the login page for somebody who wanted `target`. */
export const loginFor = (target: string): string => `/login.action?os_destination=${encodeURIComponent(target)}&permissionViolation=true`

/** What differs from a fresh wiki; nested settings may be given in part. */
export type Change = Omit<ConfluenceOptions, 'fetch' | 'host' | 'contextPath'>

/** A wiki and its user pool in one world, and the moves of a person. */
export interface WikiScene {
  readonly world: World
  readonly cognito: CognitoStandIn
  readonly wiki: ConfluenceStandIn
  /** `https://wiki.acme.example/confluence` */
  readonly base: string
  /** Settings as at the start, but for `change`. */
  configure(change: Change): void
  /** The whole address of a path below the context path. */
  at(path: string): string
  /** Where the answer at a path sends a visitor, a new one by default; null when it is a page. */
  redirectAt(path: string, by?: Visitor): Promise<string | null>
  /** A visitor who has sent the wiki's own form, and the answer. The password is the user name by default. */
  signInLocally(username: string, password?: string): Promise<{ by: Visitor; answer: Response }>
  newVisitor(): Visitor
  /** Opens an address of the wiki, signs in wherever the pool asks, and gives the page where that ends. */
  arrive(by: Visitor, address: string, username?: string): Promise<Arrival>
}

/** Starts both with fitting callback URLs. */
export async function wikiScene(options: Omit<ConfluenceOptions, 'fetch'> = {}): Promise<WikiScene> {
  const base = `https://${options.host ?? 'wiki.acme.example'}${options.contextPath ?? '/confluence'}`
  const cognito = cognitoStandIn({
    confidentialRedirectUris: [`${base}/plugins/servlet/oauth/callback`, `${base}/plugins/servlet/oidc/callback`],
  })
  const wikis: ConfluenceStandIn[] = []
  const world = await startWorld((fetch) => {
    wikis.push(confluenceStandIn({ ...options, fetch }))
    return [cognito, ...wikis]
  })
  const [wiki] = wikis
  if (!wiki) throw new Error('the world was not built')
  const at = (path: string) => base + path
  const newVisitor = () => visitor(world.fetch)
  return {
    ...{ world, cognito, wiki, base, at, newVisitor },
    configure: (change) => void Object.assign(wiki.settings, settingsOf({ ...options, ...change, fetch: world.fetch })),
    redirectAt: async (path, by = newVisitor()) => (await by.open(at(path))).headers.get('location'),
    arrive: (by, address, username = 'ann') => arrive(by, address, username),
    async signInLocally(username, password = username) {
      const by = newVisitor()
      const form = { os_username: username, os_password: password, os_destination: deep }
      return { by, answer: await by.open(at('/dologin.action'), form) }
    },
  }
}

/** Opens an address, signs in wherever the pool asks, and gives the page where that ends. */
export async function arrive(by: Visitor, address: string, username: string): Promise<Arrival> {
  const there = await by.travel(address)
  if (!there.response) return arrive(by, there.address.href, username)
  if (there.text.includes('cognitoSignInForm')) {
    const { signIn, identity } = personNamed(username)
    const [, elsewhere] = (identity && new RegExp(`href="([^"]+)">Continue with ${identity.providerName}<`).exec(there.text)) ?? []
    if (elsewhere) return arrive(by, new URL(elsewhere.replaceAll('&#38;', '&'), there.address).href, username)
    const signedIn = await by.submit(there, { username: signIn })
    return signedIn.response ? signedIn : arrive(by, signedIn.address.href, username)
  }
  // The page that keeps the fragment goes on by script.
  const [, next] = /"address":"(https:[^"]+)"/.exec(there.text) ?? []
  return next ? arrive(by, next, username) : there
}
