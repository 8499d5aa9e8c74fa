import * as v from 'valibot'
import { poolParts } from '../providers/cognito/pool-parts'
import { shortId } from '../settings/addresses'
import type { ComplaintCode } from '../settings/kinds'
import type { Judged } from './AddEntry'

/** The short name of a pool that is added: as typed, or taken from what was pasted of it and made unlike those there are. */
export function newProvider(typed: string, taken: readonly string[]): Judged {
  const text = typed.trim()
  if (!text) return { wrong: 'required' }
  const { domain, userPoolId, clientId, region } = poolParts(text) ?? {}
  const name = /^[^.]+(?=\.auth)/.exec(domain ?? '')?.[0] ?? domain ?? userPoolId ?? clientId ?? region
  if (name) return { key: unlike(name, taken) }
  const { success, output, issues } = v.safeParse(shortId, text)
  return success ? { key: output } : { wrong: issues[0].message as ComplaintCode }
}

function unlike(name: string, taken: readonly string[]): string {
  let key = name
  for (let number = 2; taken.includes(key); number += 1) key = `${name}-${number}`
  return key
}
