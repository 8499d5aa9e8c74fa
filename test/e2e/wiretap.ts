import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StandIn } from '../stand-ins/stand-in'

/** What nobody but Latchkey and the pool may ever see: name and value. */
export type Secrets = Map<string, string>

/** Notes the authorization codes and tokens that a pool hands to the client whose redirects go to `callback`. */
export function tapPool(pool: StandIn, callback: string, secrets: Secrets): void {
  tap(pool, (request, response) => {
    const location = String(response.getHeader('location') ?? '')
    const code = location.startsWith(callback) ? new URL(location).searchParams.get('code') : undefined
    if (code) secrets.set(`code ${secrets.size}`, code)
    if (request.url === '/oauth2/token') noteTokens(response, secrets)
  })
}

/** Notes the headers of every request to somebody else. */
export function tapOther(other: StandIn, heard: string[]): void {
  tap(other, (request) => void heard.push(`${request.headers.host}${request.url} ${JSON.stringify(request.headers)}`))
}

function noteTokens(response: ServerResponse, secrets: Secrets): void {
  const body = bodies.get(response) ?? ''
  for (const name of ['id_token', 'access_token', 'refresh_token']) {
    const [, token] = new RegExp(`"${name}":"([^"]+)"`).exec(body) ?? []
    // A token's parts give it away as much as the whole does; its header says nothing of anybody.
    for (const part of token?.split('.').slice(token.includes('.') ? 1 : 0) ?? []) secrets.set(`${name} ${secrets.size}`, part)
  }
}

const bodies = new WeakMap<ServerResponse, string>()

/** Calls `listen` when a request has been answered. */
function tap(standIn: StandIn, listen: (request: IncomingMessage, response: ServerResponse) => void): void {
  const handle = standIn.handle.bind(standIn)
  standIn.handle = (request, response) => {
    const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse
    response.end = (...all: unknown[]) => {
      bodies.set(response, String(all[0] ?? ''))
      listen(request, response)
      return end(...all)
    }
    return handle(request, response)
  }
}
