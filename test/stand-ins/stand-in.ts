import type { IncomingMessage, ServerResponse } from 'node:http'

/** Somebody else's product, played on loopback under its real host names. One folder each. */
export interface StandIn {
  /** Host names that it answers to, without port: `wiki.acme.example`. */
  readonly hosts: readonly string[]
  /** Answers one request. `request.headers.host` is the real host name; the scheme is always https. */
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>
}

/** `fetch`, for one stand-in that calls another by its real https address. Never leaves loopback. Redirects are not followed. */
export type LoopbackFetch = (
  address: string | URL,
  init?: { method?: string; headers?: Record<string, string>; body?: string },
) => Promise<Response>

/** One request that a stand-in answered, for tests that count requests. */
export interface Visit {
  /** Milliseconds of `performance.now()` at arrival. */
  readonly at: number
  readonly method: string
  readonly host: string
  /** Path and query as they came over the wire. */
  readonly path: string
  /** HTTP status, once answered. */
  status?: number
}
