import { type Problem, ProblemError } from '../problem'

const seconds = 1000
const largest = 1024 * 1024 // characters

/** An answer in JSON. `status` is the HTTP status, below 500. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/**
 * GETs JSON from an endpoint, once more after a moment where trying again is safe and may help (no answer, 429, 5xx).
 * Rejects with a ProblemError: `provider-unreachable` or `answer-unreadable`.
 */
export async function getJson(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return attempt(address, headers).catch(async (first: unknown) => {
    if (first instanceof ProblemError && first.problem.code === 'answer-unreadable' && !isBusy(first.problem.status)) throw first
    await new Promise((later) => setTimeout(later, 300 + Math.random() * 700))
    return attempt(address, headers)
  })
}

const isBusy = (status = 200): boolean => status === 429 || status >= 500

async function attempt(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(address, {
    headers: { accept: 'application/json', ...headers },
    cache: 'no-store',
    signal: AbortSignal.timeout(10 * seconds),
  }).catch((cause: unknown) => give({ code: 'provider-unreachable', address: withoutQuery(address) }, cause))
  const unreadable: Problem = { code: 'answer-unreadable', address: withoutQuery(address), status: response.status }
  if (isBusy(response.status)) return give(unreadable)
  const text = await response
    .text()
    .catch((cause: unknown) => give({ code: 'provider-unreachable', address: withoutQuery(address) }, cause))
  if (text.length > largest) return give(unreadable)
  try {
    return { status: response.status, body: JSON.parse(text) as unknown }
  } catch (cause) {
    return give(unreadable, cause)
  }
}

/** Queries can carry what nobody else should read. */
const withoutQuery = (address: string): string => address.replace(/[?#].*/, '')

function give(problem: Problem, cause?: unknown): never {
  throw new ProblemError(problem, { cause })
}
