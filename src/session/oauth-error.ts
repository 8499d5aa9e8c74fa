import { legible } from './legible'
import type { OAuthError } from './provider'

const longest = 300 // characters

/** An OAuth error as a person may be shown it, whoever has worded it: any page on the way of a sign-in can end it with words of its own. */
export function oauthError(word: unknown, told: unknown): OAuthError {
  const [error = 'unknown', description] = [word, told].map((words) => legible(words, longest))
  return { error, ...(description && { description }) }
}
