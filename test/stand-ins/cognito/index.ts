import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Middleware } from 'oidc-provider'
import type { StandIn } from '../stand-in'
import { authorize, type Waiting } from './authorize'
import { discoveryDocument } from './discovery'
import { firstPoolKeys, newPoolKeys } from './keys'
import { login } from './login'
import { logout } from './logout'
import { type Endpoint, type Mischief, mischief } from './mischief'
import { type CognitoOptions, type Pool, poolOf } from './pool'
import { protocolProvider, registrationOf } from './provider'
import { memoryStore, type Store } from './store'
import { revoke, token, userInfo } from './tokens'

/** A user pool on two hosts, and the hooks by which a test makes it fail. */
export interface CognitoStandIn extends StandIn {
  readonly pool: Pool
  readonly mischief: Mischief
  /** Adds an allowed callback URL to one client: an extension's is known late. */
  allowRedirectUri(clientId: string, address: string): void
  /** Adds an allowed sign-out URL to every client. */
  allowLogoutUri(address: string): void
  /** New keys, at once: what was signed before no longer verifies. Unverified: how long AWS keeps old ones published. */
  rotateKeys(): void
  /** Everybody's hosted session is over, as after an hour. Tokens live on. */
  expireSessions(): void
}

/** Starts an AWS Cognito user pool: `cognito-idp.<region>.amazonaws.com` and `<prefix>.auth.<region>.amazoncognito.com`. */
export function cognitoStandIn(options: CognitoOptions = {}): CognitoStandIn {
  const pool = poolOf(options)
  const store = memoryStore((id) => {
    const client = pool.clients.find((one) => one.id === id)
    return client && registrationOf(client)
  })
  let keys = firstPoolKeys(pool.userPoolId)
  const trouble = mischief()
  const domain = domainOf({ pool, store, keys: () => keys, mischief: trouble })
  return {
    hosts: [pool.issuerHost, pool.domainHost],
    pool,
    mischief: trouble.ordered,
    async handle(request, response) {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '')
      const path = (request.url ?? '').replace(/\?.*$/, '')
      if (await trouble.intercept(endpointAt(host === pool.issuerHost, path), response)) return
      if (host === pool.domainHost) return domain(request, response)
      publish(path, response, { discovery: discoveryDocument(pool), jwks: { keys: [keys.id.published, keys.access.published] }, pool })
    },
    allowRedirectUri: (clientId, address) => void pool.clients.find(({ id }) => id === clientId)?.redirectUris.push(address),
    allowLogoutUri: (address) => {
      for (const { logoutUris } of pool.clients) logoutUris.push(address)
    },
    rotateKeys: () => {
      keys = newPoolKeys()
    },
    expireSessions: () => store.forgetAll('Session'),
  }
}

type Parts = { pool: Pool; store: Store } & Pick<Parameters<typeof token>[0], 'keys' | 'mischief'>

/** The hosted domain: oidc-provider inside, Cognito outside. */
function domainOf({ pool, store, keys, mischief }: Parts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const provider = protocolProvider(pool, { store, key: keys().id })
  const mint = { pool, provider, keys, mischief, accessTokens: new Map<string, string>() }
  const waiting: Waiting = new Map()
  const dress = [
    openCors,
    login({ pool, provider }, waiting),
    logout(pool, provider),
    authorize(pool, waiting),
    token(mint),
    userInfo(mint),
    revoke(),
  ]
  for (const middleware of dress) provider.use(middleware)
  return provider.callback()
}

/** `*` whoever asks, and no header exposed. Unverified: the preflight of userInfo. @see AWS: Managed login, CORS */
const openCors: Middleware = async (ctx, next) => {
  await next()
  if (!['/oauth2/token', '/oauth2/userInfo', '/oauth2/revoke'].includes(ctx.path)) return
  ctx.set('access-control-allow-origin', '*')
  ctx.remove('access-control-expose-headers')
}

function endpointAt(isIssuer: boolean, path: string): Endpoint | undefined {
  if (isIssuer) return path.endsWith('/jwks.json') ? 'jwks' : 'discovery'
  const [last] = path.split('/').slice(-1)
  const names: readonly Endpoint[] = ['authorize', 'login', 'token', 'userInfo', 'revoke', 'logout']
  return names.find((name) => name === last)
}

/** The issuer's two documents. Unverified: their CORS header, and what an unknown pool is told. */
function publish(path: string, response: ServerResponse, { discovery, jwks, pool }: { discovery: object; jwks: object; pool: Pool }): void {
  const documents: Readonly<Record<string, object>> = {
    [`/${pool.userPoolId}/.well-known/openid-configuration`]: discovery,
    [`/${pool.userPoolId}/.well-known/jwks.json`]: jwks,
  }
  const found = documents[path]
  const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }
  response.writeHead(found ? 200 : 400, headers).end(JSON.stringify(found ?? { message: 'User pool does not exist.' }))
}
