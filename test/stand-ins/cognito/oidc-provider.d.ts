/** The part of oidc-provider 9 that the stand-in uses; the package brings no types. @see https://github.com/panva/node-oidc-provider/blob/main/docs/README.md */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  /** Koa's context, with `oidc` once a route of the provider was matched. */
  export interface Context {
    readonly req: IncomingMessage
    readonly res: ServerResponse
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, string | string[] | undefined>>
    readonly response: { readonly headers: Readonly<Record<string, unknown>>; get(name: string): string }
    readonly cookies: {
      get(name: string): string | undefined
      set(name: string, value: string | null, options?: { httpOnly?: boolean; sameSite?: 'lax'; path?: string; maxAge?: number }): void
    }
    readonly state: Record<string, unknown>
    readonly oidc?: OidcContext
    querystring: string
    status: number
    type: string
    body: unknown
    set(name: string, value: string): void
    remove(name: string): void
    redirect(address: string): void
  }

  export interface OidcContext {
    readonly provider: Provider
    readonly account?: Account
    readonly accessToken?: Token
    readonly client?: { readonly clientId: string }
    readonly body?: Record<string, unknown>
    readonly entities: { readonly AuthorizationCode?: Token; readonly RefreshToken?: Token }
  }

  export interface Token {
    readonly jti: string
    readonly accountId: string
    readonly clientId: string
    readonly grantId: string
    readonly scope?: string
    readonly authTime?: number
    readonly exp?: number
    destroy(): Promise<void>
  }

  export interface Session {
    accountId?: string
    loginTs?: number
    authorizations?: object | undefined
    loginAccount(login: { accountId: string }): void
    persist(): Promise<void>
    destroy(): Promise<void>
  }

  export interface Interaction {
    readonly returnTo: string
    readonly params: Readonly<Record<string, string | undefined>>
    result?: { login: { accountId: string } }
    persist(): Promise<void>
  }

  export interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface Account {
    readonly accountId: string
    claims(): { sub: string }
  }

  export interface ProviderError extends Error {
    readonly error: string
    readonly error_detail?: string
  }

  export type Middleware = (ctx: Context, next: () => Promise<void>) => void | Promise<void>

  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly Session: { get(ctx: Context): Promise<Session> }
    readonly Interaction: { find(uid: string): Promise<Interaction | undefined> }
    readonly AuthorizationCode: { find(value: string): Promise<Token | undefined> }
    readonly Grant: new (of: {
      accountId: string
      clientId: string
    }) => Grant
    use(middleware: Middleware): this
    on(event: 'grant.error' | 'server_error', listener: (ctx: Context, error: ProviderError) => void): this
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  }

  export const errors: {
    readonly InvalidScope: new (description: string, scope?: string) => ProviderError
    readonly InvalidRequest: new (description: string) => ProviderError
  }
}
