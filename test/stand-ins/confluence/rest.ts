import { landing } from './destination'
import type { Exchange } from './exchange'

/** `/rest/api/user/current`. Anybody may ask; whoever is not signed in is told that they are anonymous. */
export function showCurrentUser({ account, base, site, json }: Exchange): void {
  const _links = { base, context: site.settings.contextPath, self: `${base}/rest/api/user/${account ? 'current' : 'anonymous'}` }
  if (!account) return void json({ type: 'anonymous', displayName: 'Anonymous', _links })
  const { username, displayName } = account
  json({ type: 'known', username, userKey: `key-${username}`, displayName, status: 'current', _links })
}

/** `/rest/api/user?username=`. */
export function showUser({ account, query, site, json }: Exchange): void {
  const asked = site.directory.find(query.get('username') ?? '')
  if (!account) return void json({ statusCode: 403, message: 'Not permitted to use confluence' }, 403)
  if (!asked) return void json({ statusCode: 404, message: 'No user found' }, 404)
  const status = query.get('expand')?.split(',').includes('status') ? { status: 'current' } : { _expandable: { status: '' } }
  json({ type: 'known', username: asked.username, userKey: `key-${asked.username}`, displayName: asked.displayName, ...status })
}

/** `/rest/api/user/memberof?username=`. Unverified: what strangers are told. */
export function showMembership({ account, query, site, json }: Exchange): void {
  const asked = site.directory.find(query.get('username') ?? '')
  if (!account) return void json({ statusCode: 403, message: 'Not permitted to use confluence' }, 403)
  if (!asked) return void json({ statusCode: 404, message: 'No user found' }, 404)
  json(pageOf([...asked.groups], query))
}

/** `/rest/api/group`. */
export function showGroups({ account, site, query, json }: Exchange): void {
  if (!account) return void json({ statusCode: 403, message: 'Not permitted to use confluence' }, 403)
  json(pageOf([...site.directory.groups].sort(), query))
}

/** `/rest/applinks/1.0/manifest`: product and version, for anybody. Unverified: `typeId`. */
export function showManifest({ site, base, send }: Exchange): void {
  const { version } = site.settings
  const inside = `<name>Acme Confluence</name><typeId>confluence</typeId><version>${version}</version><url>${base}</url>`
  send(200, 'application/xml', `<?xml version="1.0" encoding="UTF-8"?><manifest>${inside}</manifest>`)
}

/** POST `/rest/tsv/1.0/authenticate`: what Confluence 10's form sends. Unverified: the answer's shape and the status of a refusal. */
export async function authenticate({ site, base, body, json, openSession }: Exchange): Promise<void> {
  const { username = '', password = '', targetUrl = '' }: Record<string, string> = JSON.parse((await body()) || '{}')
  if (!site.directory.accepts(username, password)) return void json({ message: 'Incorrect username or password' }, 401)
  openSession({ username, signedInBy: 'form' })
  json({ targetUrl: landing(base, targetUrl) })
}

/** One page of a list: `start` and `limit` of the query, 200 at most, and where it goes on. */
function pageOf(names: readonly string[], query: URLSearchParams): object {
  const start = Number(query.get('start') ?? 0)
  const limit = Math.min(Number(query.get('limit') ?? 200), 200)
  const results = names.slice(start, start + limit).map((name) => ({ type: 'group', name }))
  const next = start + limit < names.length ? { next: `?start=${start + limit}&limit=${limit}` } : {}
  return { results, start, limit, size: results.length, _links: next }
}
