import { type RequestListener, STATUS_CODES } from 'node:http'
import { createServer, request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import type { LoopbackFetch, StandIn, Visit } from './stand-in'

/** All stand-ins on one loopback port, told apart by the Host header, and the list of what was asked of them. */
export interface World {
  /** Port on 127.0.0.1 to which a browser must resolve every host name. */
  readonly port: number
  readonly visits: Visit[]
  readonly fetch: LoopbackFetch
  close(): Promise<void>
}

/** Starts the world. `build` receives the fetch by which stand-ins call each other. `port` 0 takes any free one. */
export async function startWorld(build: (fetch: LoopbackFetch) => readonly StandIn[], port = 0): Promise<World> {
  const visits: Visit[] = []
  const byHost = new Map<string, StandIn>()
  const server = createServer(await certificate(), answer(byHost, visits))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const bound = (server.address() as AddressInfo).port
  const fetch = loopbackFetch(bound)
  for (const standIn of build(fetch)) for (const host of standIn.hosts) byHost.set(host, standIn)
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { port: bound, visits, fetch, close }
}

function answer(byHost: ReadonlyMap<string, StandIn>, visits: Visit[]): RequestListener {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const visit: Visit = { at: performance.now(), method: request.method ?? '', host, path: request.url ?? '' }
    const standIn = byHost.get(host)
    // A browser's own calls home (updates, favicons of nobody) are answered with silence and not counted.
    if (!standIn) return void response.writeHead(404).end()
    visits.push(visit)
    response.on('finish', () => {
      visit.status = response.statusCode
    })
    Promise.resolve(standIn.handle(request, response)).catch((error: unknown) => {
      console.error(`${host}${visit.path}:`, error)
      if (!response.headersSent) response.writeHead(500)
      response.end(STATUS_CODES[500])
    })
  }
}

/** A throw-away certificate: browsers under test are told to accept it. An elliptic key is made, and used, in a tenth of the time of an RSA one. */
async function certificate(): Promise<{ key: string; cert: string }> {
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' })
  return { key: pems.private, cert: pems.cert }
}

function loopbackFetch(port: number): LoopbackFetch {
  return (address, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(address)
      const sent = httpsRequest(
        {
          host: '127.0.0.1',
          port,
          servername: url.hostname,
          rejectUnauthorized: false,
          method,
          path: url.pathname + url.search,
          headers: { host: url.host, ...headers },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const empty = [204, 304].includes(answer.statusCode ?? 0)
            const received = new Headers(
              Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
                values.map((value): [string, string] => [name, value]),
              ),
            )
            resolve(new Response(empty ? null : Buffer.concat(chunks), { status: answer.statusCode ?? 500, headers: received }))
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
}
