import { createHash, randomUUID } from 'node:crypto'
import type { Context, Middleware, OidcContext, Token } from 'oidc-provider'
import { unreadableAttributes } from './attributes'
import { accessTokenClaims, type Issue, idTokenClaims, userInfoClaims } from './claims'
import { type PoolKeys, signed } from './keys'
import type { MischiefAtWork } from './mischief'
import type { Pool } from './pool'
import type { Provider } from './quietly'

/** What the token endpoints share. */
export interface Mint {
  readonly pool: Pool
  readonly provider: InstanceType<typeof Provider>
  readonly keys: () => PoolKeys
  readonly mischief: MischiefAtWork
  /** Access tokens handed out, and the opaque ones of oidc-provider that they stand for. */
  readonly accessTokens: Map<string, string>
}

/** `/oauth2/token` in Cognito's manner: a JWT as access token, its claims, its names of errors. @see AWS: Token endpoint */
export function token(mint: Mint): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/token') return next()
    await next()
    if (!isTokenResponse(ctx.body)) return refuse(ctx, mint.provider)
    const issue = issueOf(ctx.oidc, mint.pool)
    // oidc-provider knows no readable attributes; Cognito refuses a scope of which the client may not read all.
    if (!issue || unreadableAttributes(issue.scopes, issue.client).length > 0) return answer(ctx, 400, { error: 'invalid_grant' })
    const refreshed = ctx.oidc?.entities.AuthorizationCode === undefined
    const { access_token: opaque, id_token: idToken, refresh_token: refreshToken, expires_in, token_type } = ctx.body
    const { id, access } = mint.keys()
    const accessToken = signed({ kid: access.kid, alg: 'RS256' }, accessTokenClaims(issue), access.privateKey)
    mint.accessTokens.set(accessToken, opaque)
    // Unverified: whether a refreshed ID token repeats the nonce, as oidc-provider's does.
    const claims = idToken && idTokenClaims(issue, accessToken, nonceOf(idToken))
    ctx.body = {
      ...(claims && { id_token: mint.mischief.idToken({ kid: id.kid, alg: 'RS256' }, claims, id) }),
      access_token: accessToken,
      ...((!refreshed || mint.pool.rotatesRefreshTokens) && { refresh_token: refreshToken }),
      expires_in,
      token_type,
    }
  }
}

/** `/oauth2/userInfo` in Cognito's manner. @see AWS: userInfo endpoint */
export function userInfo({ pool, accessTokens }: Mint): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/userInfo' || ctx.method === 'OPTIONS') return next()
    const [, bearer] = /^Bearer (\S+)$/.exec(ctx.req.headers.authorization ?? '') ?? []
    if (!bearer) return challenge(ctx, 400, 'invalid_request')
    ctx.req.headers.authorization = `Bearer ${accessTokens.get(bearer) ?? 'not-ours'}`
    await next()
    const { accessToken } = ctx.oidc ?? {}
    const person = pool.people.find(({ sub }) => sub === accessToken?.accountId)
    const client = pool.clients.find(({ id }) => id === accessToken?.clientId)
    // Unverified: that a token without the scope openid is told the same as a dead one.
    if (ctx.status !== 200 || !person || !client) return challenge(ctx, 401, 'invalid_token')
    ctx.body = userInfoClaims(person, scopesOf(accessToken), client)
  }
}

/** `/oauth2/revoke` in Cognito's manner: the errors' names alone. @see AWS: Revoke endpoint */
export function revoke(): Middleware {
  return async (ctx, next) => {
    await next()
    if (ctx.path === '/oauth2/revoke' && ctx.status >= 400) answer(ctx, ctx.status, { error: errorOf(ctx.body) })
  }
}

interface TokenResponse {
  access_token: string
  id_token?: string
  refresh_token?: string
  expires_in: number
  token_type: string
}

function isTokenResponse(body: unknown): body is TokenResponse {
  return typeof body === 'object' && body !== null && 'access_token' in body
}

function issueOf(oidc: OidcContext | undefined, pool: Pool): Issue | undefined {
  const access = oidc?.accessToken
  const source = oidc?.entities.AuthorizationCode ?? oidc?.entities.RefreshToken
  const person = pool.people.find(({ sub }) => sub === access?.accountId)
  const client = pool.clients.find(({ id }) => id === access?.clientId)
  if (!access || !source || !person || !client) return undefined
  const iat = Math.floor(Date.now() / 1000)
  const times = { authTime: (isRotated(oidc, pool) ? undefined : source.authTime) ?? iat, iat, exp: access.exp ?? iat + 3600 }
  return { pool, client, person, scopes: scopesOf(access), originJti: uuidFrom(access.grantId), eventId: randomUUID(), ...times }
}

/** As reported of pools that rotate refresh tokens: each one counts as a new login. @see https://github.com/authts/oidc-client-ts/issues/2107 */
const isRotated = (oidc: OidcContext | undefined, { rotatesRefreshTokens }: Pool): boolean =>
  rotatesRefreshTokens && oidc?.entities.AuthorizationCode === undefined

async function refuse(ctx: Context, provider: Mint['provider']): Promise<void> {
  if (ctx.method !== 'POST') return
  const error = errorOf(ctx.body)
  const { reason } = ctx.state
  const pkce = reason === 'code_verifier does not match code_challenge' || reason === 'code_verifier must be provided'
  const redirect = reason === 'authorization code redirect_uri mismatch'
  // As reported from AWS: a wrong verifier is `invalid_request` at first, `invalid_grant` after that. So the code is spent.
  // Unverified: that a wrong redirect address spends the code too.
  if (pkce || redirect) await spendCode(ctx, provider)
  if (redirect) return answer(ctx, 400, { error: 'unauthorized_client', error_description: 'invalid_redirect' })
  answer(ctx, 400, { error: pkce ? 'invalid_request' : error })
}

async function spendCode(ctx: Context, provider: Mint['provider']): Promise<void> {
  const { code } = bodyOf(ctx)
  const found = typeof code === 'string' ? await provider.AuthorizationCode.find(code) : undefined
  await found?.destroy()
}

function bodyOf({ oidc }: Context): Record<string, unknown> {
  return oidc?.body ?? {}
}

function errorOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : 'invalid_request'
}

function answer(ctx: Context, status: number, body: object): void {
  ctx.status = status
  ctx.body = body
}

function challenge(ctx: Context, status: number, error: string): void {
  ctx.set('www-authenticate', `error="${error}"`)
  // Unverified: the body; AWS documents the header alone.
  answer(ctx, status, { error })
}

function scopesOf(of: Token | undefined): string[] {
  return of?.scope?.split(' ') ?? []
}

function nonceOf(idToken: string): string | undefined {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
  return typeof payload === 'object' && payload !== null && 'nonce' in payload ? String(payload.nonce) : undefined
}

function uuidFrom(id: string): string {
  return createHash('md5')
    .update(id)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
