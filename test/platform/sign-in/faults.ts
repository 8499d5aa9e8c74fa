/** What can go wrong with an answer. Nothing of it looks at what was asked. */
export const faults: Readonly<Record<string, (signal: AbortSignal | undefined) => Promise<Response>>> = {
  'the line is cut': () => Promise.reject(new TypeError('Failed to fetch')),
  'nobody ever answers': (signal) => cutOff(signal),
  'the answer never ends': async (signal) => new Response(drip(signal), json),
  'it answers 500': async () => Response.json({ message: 'Internal error' }, { status: 500 }),
  'it answers 503 and when to come back': async () => new Response('', { status: 503, headers: { 'retry-after': '2' } }),
  'it answers 503 with a gateway’s page': async () => page('<h1>Service unavailable', 503),
  'it answers 503 in OAuth’s own words': async () => Response.json({ error: 'temporarily_unavailable' }, { status: 503 }),
  'it answers 429': async () => new Response('', { status: 429 }),
  'it answers 403': async () => page('<h1>Forbidden', 403),
  'a captive portal answers': async () => page('<html>Welcome to our hotel', 200),
  'the JSON breaks off': async () => new Response('{"issuer":"https://op.exa', json),
  'the JSON is of 5 MB': async () => new Response(`{"x":"${'x'.repeat(5_000_000)}"}`, json),
  'the JSON is something else': async () => Response.json([null]),
  'there is nothing in it': async () => new Response('', json),
  'it leads to another host': async () => Object.defineProperty(new Response(null, { status: 204 }), 'type', { value: 'opaqueredirect' }),
}

const json = { headers: { 'content-type': 'application/json' } }
const page = (html: string, status: number) => new Response(html, { status, headers: { 'content-type': 'text/html' } })

const cutOff = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))

/** A byte a second, for ever. */
const drip = (signal: AbortSignal | undefined) =>
  new ReadableStream<Uint8Array>({
    start(stream) {
      const timer = setInterval(() => stream.enqueue(new Uint8Array([32])), 1000)
      signal?.addEventListener('abort', () => {
        clearInterval(timer)
        stream.error(signal.reason)
      })
    },
  })
