import { type Problem, ProblemError } from '../problem'
import { parsed } from './parsed'

/** The longest that any endpoint is waited for, in seconds. */
export const patience = 10
const largest = 1024 * 1024 // characters

/** An answer in JSON. */
interface Answer {
  /** HTTP status, below 500. */
  readonly status: number
  readonly body: unknown
  /** The server's clock, in seconds since the epoch, where the browser lets us see it. */
  readonly serverTime?: number
}

/**
 * GETs JSON from an endpoint, once more after a moment where trying again is safe and may help (line cut, 429, 5xx).
 * Redirects are not followed: what an endpoint says, it says itself. Like oidc-client-ts it uses the global `fetch`, the one
 * thing of the browser in this room that is not handed in. Rejects with a ProblemError: `provider-unreachable`, `provider-busy` or
 * `answer-unreadable`.
 */
export async function getJson(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return attempt(address, headers).catch(async (first: unknown) => {
    const moment = first instanceof Refusal ? first.moment : undefined
    if (moment === undefined) throw first
    await new Promise((later) => setTimeout(later, moment))
    return attempt(address, headers)
  })
}

/** Where it is worth while to ask again: after so many milliseconds. */
class Refusal extends ProblemError {
  constructor(
    problem: Problem,
    readonly moment?: number,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
}

async function attempt(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const shownAddress = address.replace(/[?#].*/, '') // queries can carry what nobody else should read
  const response = await fetch(address, {
    headers: { accept: 'application/json', ...headers },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience * 1000),
  }).catch((cause: unknown) => unreachable(shownAddress, cause))
  const { status } = response
  if (isBusy(status)) throw new Refusal({ code: 'provider-busy', address: shownAddress, status }, momentFor(response))
  const text = await response.text().catch((cause: unknown) => unreachable(shownAddress, cause))
  const body = text.length > largest ? undefined : parsed(text)
  // A redirect that is not followed has no status.
  if (body === undefined) throw new Refusal({ code: 'answer-unreadable', address: shownAddress, ...(status && { status }) })
  const serverTime = Date.parse(response.headers.get('date') ?? '') / 1000
  return { status, body, ...(serverTime && { serverTime }) }
}

/** Whether an HTTP status says that the same request may do better later. @see https://www.rfc-editor.org/rfc/rfc6585#section-4 */
export const isBusy = (status: number): boolean => status === 429 || status >= 500

/** A person who has waited ten seconds for nothing is not made to wait ten more. */
function unreachable(address: string, cause: unknown): never {
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
  throw new Refusal({ code: 'provider-unreachable', address }, isLate ? undefined : jitter(), { cause })
}

const jitter = (): number => 300 + Math.random() * 700
const longest = 5 // seconds

/** What the server asks for, if a person can wait as long; else a moment of our own. @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function momentFor({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? 0)
  return seconds > longest ? undefined : Math.max(jitter(), (seconds || 0) * 1000)
}
