import { createHash, randomUUID } from 'node:crypto'
import { type Mutation, mutated } from './mutation'
import { idTokenOf } from './op-id-token'
import { namelessKeys, signingKeys } from './op-keys'

/** One request that the provider has seen. */
export interface Seen {
  readonly endpoint: string
  readonly url: URL
  readonly headers: Headers
  readonly form: URLSearchParams
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}

/** An OpenID provider that does everything right, but for its mutations. Its `fetch` stands for the network. */
export function misbehavingOp(issuer: string, clientId: string, mutations: readonly Mutation[]) {
  const seen: Seen[] = []
  const keysGiven: string[] = []
  const codes = new Map<string, Grant>()
  const metadata = mutated('metadata', metadataOf(issuer), mutations)
  let logins = 0
  const rotation = mutations.find(({ op }) => op === 'rotate')?.when
  const key = () => signingKeys[rotation === 'second-login' ? Math.max(logins - 1, 0) : rotation ? logins : 0] ?? signingKeys[0]
  const publishedKeys = () => {
    const profile = mutations.find(({ op }) => op === 'profile')?.value
    const { jwk, kid = '' } = key() ?? {}
    keysGiven.push(kid)
    return profile ? namelessKeys(profile === 'no-kid-1-per-type' ? 1 : 3) : [{ ...jwk, kid, use: 'sig', alg: 'RS256' }]
  }
  const idToken = (at: string, accessToken: string, nonce?: string) => {
    const signer = key()
    if (!signer) throw new Error('no key')
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'user-1',
      token_use: 'id',
      ...(nonce && { nonce }),
      ...times(),
      at_hash: leftHalf(accessToken),
    }
    return idTokenOf(mutated(at, claims, mutations), signer, mutations)
  }

  function tokens({ form }: Seen): Response {
    const grant = codes.get(form.get('code') ?? '')
    const isRenewal = form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === 'refresh-1'
    codes.delete(form.get('code') ?? '')
    if (!isRenewal && !(grant && redeems(form, grant))) return Response.json({ error: 'invalid_grant' }, { status: 400 })
    logins += isRenewal ? 0 : 1
    const access_token = randomUUID()
    const id_token = isRenewal ? idToken('refresh.id_token.claims', access_token) : idToken('id_token.claims', access_token, grant?.nonce)
    const refresh_token = isRenewal ? 'refresh-2' : 'refresh-1'
    const answer = { access_token, token_type: 'Bearer', expires_in: 300, scope: 'openid email profile', id_token, refresh_token }
    return Response.json(mutated('token_response', answer, mutations))
  }

  const endpoints: Readonly<Record<string, (request: Seen) => Response>> = {
    discovery: () => Response.json(metadata),
    jwks: () => Response.json({ keys: publishedKeys() }),
    token: tokens,
    userinfo: () => Response.json(mutated('userinfo', { sub: 'user-1', email: 'user@example.com' }, mutations)),
    revocation: () => new Response(),
  }

  return {
    seen,
    /** The key of each answer that its keys' address gave. */
    keysGiven,
    /** What a person's browser comes back with from the authorization endpoint. */
    visit(address: string): string {
      const url = new URL(address)
      const { searchParams: asked } = url
      seen.push({ endpoint: 'authorization', url, headers: new Headers(), form: new URLSearchParams() })
      const code = randomUUID()
      const redirectUri = asked.get('redirect_uri') ?? ''
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', redirectUri })
      const namesItself = metadata['authorization_response_iss_parameter_supported'] === true
      const right = { code, state: asked.get('state'), ...(namesItself && { iss: issuer }) }
      return `${redirectUri}?${new URLSearchParams(mutated('authz_response', right, withIssuer(mutations, issuer)) as Record<string, string>)}`
    },
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init)
      const endpoint = endpointAt(request.url, metadata)
      const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '')
      const one = { endpoint, url: new URL(request.url), headers: request.headers, form }
      seen.push(one)
      return endpoints[endpoint]?.(one) ?? new Response('not found', { status: 404 })
    },
  }
}

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer.replace('//', '//login.')}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  revocation_endpoint: `${issuer}/revoke`,
})

function endpointAt(address: string, metadata: Record<string, unknown>): string {
  if (address.endsWith('/.well-known/openid-configuration')) return 'discovery'
  const names = { jwks_uri: 'jwks', token_endpoint: 'token', userinfo_endpoint: 'userinfo', revocation_endpoint: 'revocation' }
  return Object.entries(names).find(([name]) => metadata[name] === address)?.[1] ?? 'unknown'
}

const redeems = (form: URLSearchParams, { challenge, redirectUri }: Grant): boolean =>
  challenge ===
    createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url') && form.get('redirect_uri') === redirectUri

const times = () => {
  const now = Math.floor(Date.now() / 1000)
  return { iat: now, exp: now + 300 }
}

const leftHalf = (accessToken: string): string => createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')

/** "set-issuer" is a "set" whose value only the provider knows. */
const withIssuer = (mutations: readonly Mutation[], issuer: string): readonly Mutation[] =>
  mutations.map((each) => (each.op === 'set-issuer' ? { ...each, op: 'set', key: 'iss', value: `${issuer}${each.suffix ?? ''}` } : each))
