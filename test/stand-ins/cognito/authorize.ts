import type { Context, Middleware } from 'oidc-provider'
import { messagePage } from './pages'
import type { Pool } from './pool'

/** The requests that wait at a sign-in page, by its query: the same may have come from several browsers. */
export type Waiting = Map<string, string[]>

/** `/oauth2/authorize` and `/error` in Cognito's manner. `waiting` learns which sign-in page belongs to which request. @see AWS: Authorize endpoint */
export function authorize(pool: Pool, waiting: Waiting): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/error') return errorPage(ctx)
    if (!ctx.path.startsWith('/oauth2/authorize')) return next()
    if (ctx.path === '/oauth2/authorize') completeRequest(ctx, pool)
    await next()
    const location = ctx.response.get('location')
    if (!location) return
    ctx.status = 302
    const [page, query = ''] = location.split('?')
    if (page === '/login') waiting.set(query, [...(waiting.get(query) ?? []), interactionOf(ctx)])
    else if (!location.startsWith('/error?')) ctx.redirect(withoutExtras(location, ctx))
  }
}

function errorPage(ctx: Context): void {
  ctx.status = 400
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = messagePage('An error was encountered with the requested page.')
}

/** The parameters that the endpoint documents. The others that oidc-provider knows (`max_age`, `claims` …) must do nothing. */
const documented = [
  ...['response_type', 'client_id', 'redirect_uri', 'state', 'scope', 'code_challenge', 'code_challenge_method', 'nonce'],
  ...['identity_provider', 'idp_identifier', 'lang', 'login_hint', 'prompt'],
]

/** Fills in what Cognito takes for granted, and drops what only concerns the identity providers behind it. */
function completeRequest(ctx: Context, { clients }: Pool): void {
  const query = new URLSearchParams([...new URLSearchParams(ctx.querystring)].filter(([name]) => documented.includes(name)))
  const client = clients.find(({ id }) => id === query.get('client_id'))
  if (!query.get('scope') && client) query.set('scope', client.scopes.join(' '))
  // Unverified: prompt on the classic hosted UI, which is not documented to know it. Managed login is played.
  const prompts = (query.get('prompt') ?? '').split(' ').filter((prompt) => prompt !== 'select_account' && prompt !== 'consent')
  query.delete('prompt')
  if (prompts.join('')) query.set('prompt', prompts.join(' '))
  ctx.querystring = query.toString()
}

/** The number of the waiting request, from the cookie just set for it. */
function interactionOf(ctx: Context): string {
  const set = ctx.response.headers['set-cookie']
  const cookies: unknown[] = Array.isArray(set) ? set : [set]
  return cookies.map((cookie) => /^csrf-state=([^;]+)/.exec(String(cookie))?.[1]).find((uid) => uid !== undefined) ?? ''
}

/** The answer to the client as Cognito writes it: in the query, no `iss`, no `scope` of an error, its own names of errors. */
function withoutExtras(location: string, ctx: Context): string {
  const target = new URL(location)
  if (!target.searchParams.has('error') && !target.searchParams.has('code') && !target.hash) return location
  const answer = target.hash ? new URLSearchParams(target.hash.slice(1)) : target.searchParams
  const error = answer.get('error')
  target.hash = ''
  target.searchParams.delete('iss')
  for (const [name, value] of [...answer]) if (!['iss', 'scope'].includes(name)) target.searchParams.set(name, value)
  if (error) target.searchParams.delete('scope')
  // Unverified: that `token` of a client without the implicit grant is answered in the query, not in the fragment.
  if (error === 'unsupported_response_type')
    target.searchParams.set('error', ctx.query.response_type === 'token' ? 'unauthorized_client' : 'invalid_request')
  // The wording is AWS's own and "not fixed"; ours would mislead.
  target.searchParams.delete('error_description')
  return target.href
}
