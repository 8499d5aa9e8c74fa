import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { misbehavingOp } from '../session/misbehaving-op'
import { type Mutation, mutated } from '../session/mutation'
import type { StandIn } from './stand-in'

/** One host with many OpenID providers, each under a path of its own and misbehaving in its own way. */
export interface OpenIdProviders extends StandIn {
  /** Adds one: its issuer, and what it has seen. */
  add(name: string, mutations: readonly Mutation[]): { readonly issuer: string; readonly seen: ReturnType<typeof misbehavingOp>['seen'] }
}

type Provider = ReturnType<typeof misbehavingOp> & { leave(address: string): string }

/** Where the logout endpoint sends people, with a `state` that nobody asked for. @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html */
function afterLogout(address: string, mutations: readonly Mutation[]): string {
  const answer = mutated('logout_response', { state: 'signed-out' }, mutations) as Record<string, string>
  return `${new URL(address).searchParams.get('post_logout_redirect_uri')}?${new URLSearchParams(answer)}`
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type' }

/** Starts a host without providers. Nobody has to type anything there: whoever asks to be signed in is. */
export function openIdProviders(host: string, clientId: string): OpenIdProviders {
  const providers = new Map<string, Provider>()
  return {
    hosts: [host, `login.${host}`],
    add(name, mutations) {
      const issuer = `https://${host}/${name}`
      const provider = misbehavingOp(issuer, clientId, mutations)
      providers.set(name, { ...provider, leave: (url) => afterLogout(url, mutations) })
      return { issuer, seen: provider.seen }
    },
    async handle(request, response) {
      const url = new URL(request.url ?? '', `https://${request.headers.host}`)
      const provider = providers.get(url.pathname.split('/')[1] ?? '')
      if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
      if (!provider) return void response.writeHead(404, cors).end()
      const page = url.pathname.endsWith('/logout') ? provider.leave : provider.visit
      if (url.host !== host) return void response.writeHead(302, { location: page(url.href) }).end()
      return pass(await provider.fetch(await fetched(request, url.href)), response)
    },
  }
}

async function fetched(request: IncomingMessage, address: string): Promise<Request> {
  const { method = 'GET', headersDistinct } = request
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value]))
  const body = method === 'POST' ? { body: new Uint8Array(await buffer(request)) } : {}
  return new Request(address, { method, headers, ...body })
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, { ...cors, 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}
