import { type Problem, ProblemError } from '../problem'

/** The longest that any endpoint is waited for, in seconds. */
export const patience = 10
const largest = 1024 * 1024 // characters

/** An answer in JSON. `status` is the HTTP status, below 500. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/**
 * GETs JSON from an endpoint, once more after a moment where trying again is safe and may help (line cut, 429, 5xx).
 * Redirects are not followed: what an endpoint says, it says itself. Like oidc-client-ts it uses the global `fetch`, the one
 * thing of the browser in this room that is not handed in. Rejects with a ProblemError: `provider-unreachable` or `answer-unreadable`.
 */
export async function getJson(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return attempt(address, headers).catch(async (first: unknown) => {
    if (!mayPass(first)) throw first
    await new Promise((later) => setTimeout(later, 300 + Math.random() * 700))
    return attempt(address, headers)
  })
}

/** A person who has waited ten seconds for nothing is not made to wait ten more. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  if (error.problem.code === 'answer-unreadable') return isBusy(error.problem.status)
  return !(error.cause instanceof DOMException && error.cause.name === 'TimeoutError')
}

const isBusy = (status = 200): boolean => status === 429 || status >= 500

async function attempt(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const shownAddress = address.replace(/[?#].*/, '') // queries can carry what nobody else should read
  const unreachable = (cause: unknown) => give({ code: 'provider-unreachable', address: shownAddress }, cause)
  const response = await fetch(address, {
    headers: { accept: 'application/json', ...headers },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience * 1000),
  }).catch(unreachable)
  const { status } = response
  const unreadable: Problem = { code: 'answer-unreadable', address: shownAddress, status }
  if (isBusy(status)) return give(unreadable)
  const text = await response.text().catch(unreachable)
  if (text.length > largest) return give(unreadable)
  try {
    return { status, body: JSON.parse(text) as unknown }
  } catch (cause) {
    return give(unreadable, cause)
  }
}

function give(problem: Problem, cause?: unknown): never {
  throw new ProblemError(problem, { cause })
}
