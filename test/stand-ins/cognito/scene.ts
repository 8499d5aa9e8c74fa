import { personNamed } from '../people'
import { startWorld, type World } from '../world'
import { type CognitoStandIn, cognitoStandIn } from '.'
import { pkceRequest } from './pkce-request'
import type { CognitoOptions } from './pool'
import { type Visitor, visitor } from './visitor'

/** The callback URL of the public client in the stand-in's own tests: an extension's. */
export const callback = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'
/** The callback URL of the confidential client there: an SSO app's. */
export const wikiCallback = 'https://wiki.acme.example/plugins/servlet/oauth/callback'
/** An allowed sign-out URL there. */
export const signedOut = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/signed-out'

/** The token endpoint's answer. */
export interface Tokens {
  status: number
  body: { id_token: string; access_token: string; refresh_token?: string; error?: string } & Record<string, unknown>
}

/** A pool in a world, and the moves of a client. */
export interface Scene {
  readonly world: World
  readonly cognito: CognitoStandIn
  newVisitor(): Visitor
  /** Signs somebody in to the public client and redeems the code. */
  tokensOf(username: string, more?: Record<string, string | undefined>, by?: Visitor): Promise<Tokens>
  /** A code for the public client, not yet redeemed, with the form that redeems it. */
  codeOf(username: string, more?: Record<string, string | undefined>): Promise<Record<string, string>>
  /** Posts a form to an endpoint of the domain. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Tokens>
  userInfo(accessToken: string): Promise<{ status: number; body: Record<string, unknown>; challenge: string | null }>
}

/** Starts a pool with the callback URLs above. */
export async function cognitoScene(options: CognitoOptions = {}): Promise<Scene> {
  const cognito = cognitoStandIn({
    publicRedirectUris: [callback],
    confidentialRedirectUris: [wikiCallback],
    logoutUris: [signedOut],
    ...options,
  })
  const world = await startWorld(() => [cognito])
  const { domainHost } = cognito.pool
  const post: Scene['post'] = async (path, form, headers = {}) => {
    const sent = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
    const response = await world.fetch(`https://${domainHost}${path}`, {
      method: 'POST',
      headers: sent,
      body: new URLSearchParams(form).toString(),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }
  const newVisitor = () => visitor(world.fetch)
  const codeBy = async (by: Visitor, username: string, more: Record<string, string | undefined> = {}) => {
    const { address, verifier } = pkceRequest(cognito.pool, more)
    const { address: back } = await by.signIn(address, personNamed(username, cognito.pool.people))
    const redeem = { grant_type: 'authorization_code', code_verifier: verifier, redirect_uri: callback }
    return { ...redeem, client_id: cognito.pool.clients[0]?.id ?? '', code: back.searchParams.get('code') ?? '' }
  }
  return {
    world,
    cognito,
    newVisitor,
    post,
    codeOf: (username, more) => codeBy(newVisitor(), username, more),
    tokensOf: async (username, more, by = newVisitor()) => post('/oauth2/token', await codeBy(by, username, more)),
    async userInfo(accessToken) {
      const response = await world.fetch(`https://${domainHost}/oauth2/userInfo`, { headers: { authorization: `Bearer ${accessToken}` } })
      return { status: response.status, body: JSON.parse(await response.text()), challenge: response.headers.get('www-authenticate') }
    },
  }
}
