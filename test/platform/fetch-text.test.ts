import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { fetchText } from '../../src/platform/fetch-text'

let close = () => {}
afterEach(() => close())

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
