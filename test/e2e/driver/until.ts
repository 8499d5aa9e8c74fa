/** Milliseconds for which anything is waited for. */
export const patience = 60_000

/** Asking costs a browser some 2 ms, which of three that share two cores is time that the others lack. */
const pause = 50
/** The longest that a timer can. */
const forever = 2 ** 31 - 1

/** Asks again until the answer is neither undefined nor false, and gives it. A probe that throws counts as not yet; after `within` ms it fails, naming `what`. */
export async function until<T>(what: string, probe: () => Promise<T | undefined | false>, within = patience): Promise<T> {
  const deadline = performance.now() + within
  let last: unknown
  for (;;) {
    const left = deadline - performance.now()
    if (left <= 0) throw new Error(`Waited ${within} ms for ${what}`, { cause: last })
    try {
      const answer = await inTime(probe(), left)
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      last = error
    }
    await new Promise((next) => setTimeout(next, pause))
  }
}

/** The promise, or a rejection after `within` ms: a browser that changes process in mid-question may never answer it. */
export function inTime<T>(promise: Promise<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${Math.round(within)} ms`)), Math.min(within, forever))
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
