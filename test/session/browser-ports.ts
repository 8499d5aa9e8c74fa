import { type Problem, ProblemError } from '../../src/problem'
import type { SignInPorts } from '../../src/session/ports'
import type { LoopbackFetch } from '../stand-ins/stand-in'

/** `fetch` as browsers have it, over a world's loopback. Redirects are followed by nobody: endpoints do not redirect. */
export const fetchOver =
  (loopback: LoopbackFetch): typeof fetch =>
  async (input, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    if (init.body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded'
    const sent = { headers, ...(init.method && { method: init.method }), ...(init.body && { body: String(init.body) }) }
    return loopback(input instanceof Request ? input.url : String(input), sent).catch((cause: unknown) => {
      throw new TypeError('Failed to fetch', { cause })
    })
  }

/** A browser's ports for one person: `visit` goes to the authorize address and comes back with the redirect. */
export function portsFor(redirectUri: string, visit: (url: string) => Promise<string>, over: Partial<SignInPorts> = {}) {
  const kept = new Map<string, string>()
  const asked: { url: string; interactive: boolean }[] = []
  const ports: SignInPorts = {
    redirectUri,
    async openAuthWindow(url, { interactive }) {
      asked.push({ url, interactive })
      return visit(url)
    },
    pending: {
      set: async (key, value) => void kept.set(key, value),
      get: async (key) => kept.get(key) ?? null,
      remove: async (key) => {
        const value = kept.get(key) ?? null
        kept.delete(key)
        return value
      },
    },
    preflight: async () => undefined,
    noticed: () => undefined,
    now: () => Date.now() / 1000,
    ...over,
  }
  return { ports, asked, kept }
}

/** A window that ends as browsers end it. */
export const failing = (code: 'sign-in-cancelled' | 'sign-in-busy' | 'sign-in-page-failed') => () =>
  Promise.reject(new ProblemError({ code } as Problem))
