import { legible } from '../session/legible'
import type { Claims } from '../session/session'

/** Whom a token names. Every member is one line of what can be seen, or absent: people may give themselves any name. */
export interface Person {
  /** The best name that there is for them. */
  readonly name?: string
  readonly email?: string
  readonly username?: string
  /** One or two letters for their picture. */
  readonly initials: string
}

/** The person that the claims are about, by whatever names the pool gives them. */
export function personOf(claims: Claims): Person {
  const names = [textOf(claims['given_name']), textOf(claims['family_name'])].filter(Boolean).join(' ')
  const email = textOf(claims['email'])
  const username = textOf(claims['cognito:username']) || textOf(claims['username'])
  const name = textOf(claims['name']) || names || email || username || textOf(claims['sub'])
  return { initials: initialsOf(name ?? ''), ...(name && { name }), ...(email && { email }), ...(username && { username }) }
}

const longest = 100 // characters
const textOf = (value: unknown): string | undefined => legible(value, longest)

function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/)
  const letters = words.flatMap((word) => /[\p{L}\p{N}]/u.exec(word) ?? [])
  return letters
    .filter((_, at) => at === 0 || at === letters.length - 1)
    .join('')
    .toUpperCase()
}
