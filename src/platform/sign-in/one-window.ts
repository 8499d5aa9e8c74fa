import { ProblemError } from '../../problem'
import { queue } from '../queue'

const inTurn = queue()
const wanted = { hidden: 0, shown: 0 }

function counted<T>(kind: keyof typeof wanted, task: () => Promise<T>): Promise<T> {
  wanted[kind] += 1
  return inTurn(task).finally(() => {
    wanted[kind] -= 1
  })
}

/** Browsers show one sign-in page at a time, hidden ones included. Whoever needs a hidden one waits here. */
export const oneWindow = <T>(task: () => Promise<T>): Promise<T> => counted('hidden', task)

/** The same for a page that a person has to deal with, which may stand open for hours. */
export const oneShownWindow = <T>(task: () => Promise<T>): Promise<T> => counted('shown', task)

/**
 * Waits for hidden pages alone: where a person has a page before them, or will before one's turn would come, it rejects with a
 * ProblemError `sign-in-busy`.
 */
export const oneWindowSoon = <T>(task: () => Promise<T>): Promise<T> =>
  wanted.shown > 0 ? Promise.reject(new ProblemError({ code: 'sign-in-busy' })) : oneWindow(task)

/** Nobody needs the window. */
export const isWindowFree = (): boolean => wanted.shown + wanted.hidden === 0
