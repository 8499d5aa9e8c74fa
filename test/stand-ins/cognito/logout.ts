import type { Context, Middleware } from 'oidc-provider'
import { messagePage } from './pages'
import type { Pool } from './pool'
import type { Provider } from './quietly'

/** `/logout`: ends the hosted session; tokens live on. @see AWS: The managed login sign-out endpoint */
export function logout(pool: Pool, provider: InstanceType<typeof Provider>): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/logout') return next()
    const target = targetOf(ctx, pool)
    // Unverified: that a refused sign-out leaves the session alive.
    if (!target.startsWith('https:') && !target.startsWith('/')) return refuse(ctx, target)
    const session = await provider.Session.get(ctx)
    if (session.accountId) await session.destroy()
    ctx.cookies.set('cognito', null)
    ctx.redirect(target)
  }
}

/** Where the sign-out leads, or the sentence with which it is refused. */
function targetOf({ query, querystring }: Context, pool: Pool): string {
  const client = pool.clients.find(({ id }) => id === query.client_id)
  const { logout_uri: logoutUri, redirect_uri: redirectUri } = query
  if (!client) return 'An error was encountered with the requested page.'
  // With `logout_uri` all other parameters are ignored, `state` too.
  if (typeof logoutUri === 'string')
    return client.logoutUris.includes(logoutUri) ? logoutUri : 'An error was encountered with the requested page.'
  if (typeof redirectUri !== 'string') return "Required String parameter 'redirect_uri' is not present"
  if (query.response_type === undefined) return "Required String parameter 'response_type' is not present"
  return client.redirectUris.includes(redirectUri) ? `/login?${querystring}` : 'An error was encountered with the requested page.'
}

function refuse(ctx: Context, sentence: string): void {
  ctx.status = 400
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = messagePage(sentence)
}
