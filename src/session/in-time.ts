import { ErrorTimeout } from 'oidc-client-ts'
import { patience } from './get-json'

/** Waits for something a little longer than any endpoint is waited for; rejects with oidc-client-ts's ErrorTimeout after that. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ErrorTimeout('timed out')), (patience + 1) * 1000)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
