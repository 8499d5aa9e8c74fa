import type { ServerResponse } from 'node:http'
import { newSigningKey, type SigningKey, signed } from './keys'

/** The addresses that can be made to fail. */
export type Endpoint = 'discovery' | 'jwks' | 'authorize' | 'login' | 'token' | 'userInfo' | 'revoke' | 'logout'

/** An answer instead of the endpoint's own, the connection cut, or its own answer after a delay in milliseconds. */
export type Fault = { status: number; body?: unknown } | { cut: true } | { delay: number }

/** What is wrong with an ID token. Members given as `undefined` are removed. */
export interface Spoiling {
  readonly header?: Readonly<Record<string, unknown>>
  readonly payload?: Readonly<Record<string, unknown>>
  /** One bit flipped, made by a key that is not the pool's under the right `kid`, or left away. */
  readonly signature?: 'flipped' | 'stranger' | 'missing'
  /** Only tokens for this client; any client's when left out. */
  readonly clientId?: string
}

/** A request kept waiting. */
export interface Hold {
  /** Resolves when a request waits at the endpoint. */
  readonly arrived: Promise<void>
  /** Lets it and all later ones pass; the endpoint then does its work even if nobody listens any more. */
  release(): void
}

/** Failures to order. `times` counts requests or tokens; `Infinity` lasts until the returned function is called. */
export interface Mischief {
  fault(endpoint: Endpoint, fault: Fault, times?: number): () => void
  hold(endpoint: Endpoint): Hold
  spoilIdTokens(spoiling: Spoiling, times?: number): () => void
}

/** The stand-in's own side: true from `intercept` means that the request was answered. */
export interface MischiefAtWork {
  readonly ordered: Mischief
  intercept(endpoint: Endpoint | undefined, response: ServerResponse): Promise<boolean>
  idToken(header: object, payload: { aud?: unknown }, key: SigningKey): string
}

/** A stand-in without any mischief yet. */
export function mischief(): MischiefAtWork {
  const faults = orders<{ endpoint: Endpoint; fault: Fault }>()
  const spoilings = orders<Spoiling>()
  const holds = new Map<Endpoint, { arrive(): void; released: Promise<void> }>()
  return {
    ordered: {
      fault: (endpoint, fault, times = 1) => faults.add({ endpoint, fault }, times),
      spoilIdTokens: (spoiling, times = 1) => spoilings.add(spoiling, times),
      hold: (endpoint) => hold(holds, endpoint),
    },
    async intercept(endpoint, response) {
      if (!endpoint) return false
      const waiting = holds.get(endpoint)
      waiting?.arrive()
      await waiting?.released
      const fault = faults.take((order) => order.endpoint === endpoint)?.fault
      return fault ? strike(fault, response) : false
    },
    idToken(header, payload, key) {
      const spoiling = spoilings.take(({ clientId }) => clientId === undefined || clientId === payload.aud)
      return spoiling ? spoiled(header, payload, { key, spoiling }) : signed(header, payload, key.privateKey)
    },
  }
}

/** A list of orders, each good for so many takings. */
function orders<Order>() {
  const list: { order: Order; left: number }[] = []
  return {
    add(order: Order, times: number): () => void {
      const entry = { order, left: times }
      list.push(entry)
      return () => {
        entry.left = 0
      }
    },
    take(fits: (order: Order) => boolean): Order | undefined {
      const found = list.find((entry) => entry.left > 0 && fits(entry.order))
      if (found) found.left -= 1
      return found?.order
    },
  }
}

function hold(holds: Map<Endpoint, { arrive(): void; released: Promise<void> }>, endpoint: Endpoint): Hold {
  const arrival = gate()
  const freedom = gate()
  holds.set(endpoint, { arrive: arrival.open, released: freedom.opened })
  const release = () => {
    holds.delete(endpoint)
    freedom.open()
  }
  return { arrived: arrival.opened, release }
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

async function strike(fault: Fault, response: ServerResponse): Promise<boolean> {
  if ('delay' in fault) {
    await new Promise((passed) => setTimeout(passed, fault.delay))
    return false
  }
  if ('cut' in fault) response.destroy()
  else response.writeHead(fault.status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(bodyOf(fault.body))
  return true
}

function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body ?? { message: 'Internal error' })
}

function spoiled(header: object, payload: object, { key, spoiling }: { key: SigningKey; spoiling: Spoiling }): string {
  const signer = spoiling.signature === 'stranger' ? newSigningKey() : key
  const token = signed({ ...header, ...spoiling.header }, { ...payload, ...spoiling.payload }, signer.privateKey)
  const signatureAt = token.lastIndexOf('.') + 1
  if (spoiling.signature === 'missing') return token.slice(0, signatureAt)
  if (spoiling.signature !== 'flipped') return token
  const signature = Buffer.from(token.slice(signatureAt), 'base64url')
  signature[0] = (signature[0] ?? 0) ^ 1
  return token.slice(0, signatureAt) + signature.toString('base64url')
}
