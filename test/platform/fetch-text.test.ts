import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { fetchText } from '../../src/platform/fetch-text'

let close = () => {}
afterEach(() => {
  close()
  vi.unstubAllGlobals()
})

/** What is read from a server that answers like this: 1,000 bytes at most, `within` milliseconds. */
async function read(listener: RequestListener, within = 30_000) {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  close = () => {
    server.close()
    server.closeAllConnections()
  }
  return fetchText(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, 1000, within)
}

test('an answer is read whole, with its status and type, across the seams of its letters', async () => {
  const reply = await read((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' })
    const [first = 0, ...rest] = Buffer.from('é"✓')
    response.write(Buffer.from([first]), () => setImmediate(() => response.end(Buffer.from(rest))))
  })
  expect(reply).toMatchObject({ status: 403, type: 'application/json', text: 'é"✓' })
})

test('no cookies, and nothing of a cache, go with the question', async () => {
  let headers: Record<string, unknown> = {}
  await read((request, response) => {
    headers = request.headers
    response.end()
  })
  expect(headers).not.toHaveProperty('cookie')
  expect(headers['cache-control']).toBe('no-cache')
})

test('an answer that does not end is cut off', async () => {
  let written = 0
  const reply = await read((_, response) => {
    const more = () => {
      written += 1
      if (!response.destroyed) response.write('x'.repeat(400), () => setImmediate(more))
    }
    more()
  })
  expect(reply).toEqual({ failed: 'too-large' })
  expect(written).toBeLessThan(100_000)
})

test('an answer that comes in drops is not waited for', async () => {
  const reply = await read((_, response) => {
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  }, 300)
  expect(reply).toEqual({ failed: 'too-slow' })
})

test('an answer that never begins is not waited for', async () => expect(await read(() => {}, 300)).toEqual({ failed: 'too-slow' }))

test('a server that hangs up is no connection', async () =>
  expect(await read((request) => request.socket.destroy())).toEqual({ failed: 'no-connection' }))

test.each([
  ['as much as it may weigh is read', 1000, { text: 'x'.repeat(1000) }],
  ['a byte more is not', 1001, { failed: 'too-large' }],
])('of an answer %s', async (_, length, reply) =>
  expect(await read((_request, response) => response.end('x'.repeat(length)))).toMatchObject(reply),
)

test('a question goes out without what signs anybody in, unless that is meant, and tells no other host where it comes from', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(init)
    return new Response()
  })
  await fetchText('https://wiki.example/', 9, 9000)
  await fetchText('https://wiki.example/', 9, 9000, 'include')
  expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'include'])
  expect(asked[0]).toMatchObject({ redirect: 'manual', referrerPolicy: 'same-origin' })
})

test('an answer that leads elsewhere is not followed', async () => {
  vi.stubGlobal('fetch', async () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }))
  expect(await fetchText('https://wiki.example/', 9, 9000)).toEqual({ failed: 'led-elsewhere' })
})
