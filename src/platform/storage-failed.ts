import { messageOf, ProblemError } from '../problem'

/** Gives a browser that could not read or keep something its words: throws a ProblemError `storage-failed`. */
export function storageFailed(cause: unknown): never {
  throw new ProblemError({ code: 'storage-failed', message: messageOf(cause) }, { cause })
}
