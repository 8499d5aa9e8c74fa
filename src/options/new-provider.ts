import * as v from 'valibot'
import { shortId } from '../settings/addresses'
import type { ComplaintCode } from '../settings/kinds'
import { meantBy } from '../setup/pasted-text'
import type { Judged } from './AddEntry'
import { partsIn } from './pasted-parts'

/** The short name of a provider that is added: as typed, or taken from what was pasted of it and made unlike those there are. */
export function newProvider(typed: string, taken: readonly string[]): Judged {
  const text = meantBy(typed)
  if (!text) return { wrong: 'required' }
  const { domain, userPoolId, clientId, region, 'endpoints.issuer': issuer } = partsIn(text) ?? {}
  const host = issuer && new URL(issuer).host
  const name = /^[^.]+(?=\.auth)/.exec(domain ?? '')?.[0] ?? domain ?? userPoolId ?? clientId ?? region ?? host
  const { success, output, issues } = v.safeParse(shortId, name ? unlike(shortened(name), taken) : text)
  return success ? { key: output } : { wrong: issues[0].message as ComplaintCode }
}

/** A name without what a short name may not have, such as a domain's port, and with room for a number behind it. */
const shortened = (name: string): string =>
  name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 60)

function unlike(name: string, taken: readonly string[]): string {
  let key = name
  for (let number = 2; taken.includes(key); number += 1) key = `${name}-${number}`
  return key
}
