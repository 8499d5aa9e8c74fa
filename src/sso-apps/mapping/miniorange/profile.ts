import type { Caution } from '../../../mapping/caution'
import { javaTrim } from '../../../mapping/java-trim'
import type { Match } from '../../../mapping/matcher'
import type { Refusal } from '../../../mapping/refusal'
import type { MappingInput } from '../../../mapping/semantics'
import { type Attributes, cut, nameOf, type Part } from '../../../mapping/taking'
import type { Taken } from '../../../mapping/verdict'
import type { Claims } from '../../../session/session'
import { sought } from './sought'

/** Who the attributes name, or why the app goes no further. */
export interface Profile {
  readonly username: Taken
  readonly email: Taken
  readonly name: Taken
  readonly cautions: readonly Caution[]
  readonly refusal?: Refusal
}

/** *User Profile*: user name, e-mail address and name. Every line as version 1.1.28 does it. */
export function profileOf({ claims, mapping }: MappingInput, attributes: Attributes, match: Match): Profile {
  const email = emailOf(mapping.email, attributes, claims)
  const username = usernameOf(mapping, { attributes, claims, match })
  const name = nameOf(mapping, attributes)
  const cautions = [...username.cautions, ...email.cautions, ...(name.value.trim() ? [] : [{ code: 'no-name' } as const])]
  const blank = { code: 'nothing-to-go-by' } as const
  const refusal =
    unnamed(mapping, attributes) ??
    unmatchable(mapping, attributes) ??
    email.refusal ??
    username.refusal ??
    (username.taken.value.trim() || email.taken.value ? undefined : blank)
  return { username: username.taken, email: email.taken, name, cautions, ...(refusal && { refusal }) }
}

type Settings = MappingInput['mapping']

/** A missing attribute ends the login at once, unless people are found by e-mail and no pattern is set. */
function unnamed({ username: attribute, usernamePattern, matchBy }: Settings, attributes: Attributes): Refusal | undefined {
  if (!attribute || attributes.has(attribute)) return undefined
  return matchBy === 'username' || usernamePattern !== '' ? { code: 'no-username', attribute } : undefined
}

interface Means {
  readonly attributes: Attributes
  readonly claims: Claims
  readonly match: Match
}

/** Quotes are taken out. */
function usernameOf({ username: attribute, usernamePattern }: Settings, { attributes, claims, match }: Means): Part {
  if (!attribute) return { taken: { value: '', how: 'unset' }, cautions: [] }
  const { taken, ...rest } = attributeOf(attribute, attributes, claims)
  const value = taken.value.replaceAll('"', '')
  if (!usernamePattern || !value.trim()) return { ...rest, taken: { ...taken, value } }
  return cut({ value, from: attribute }, usernamePattern, match)
}

/** An attribute, or what is found where it did not come. */
function attributeOf(name: string, attributes: Attributes, claims: Claims): Part {
  const value = attributes.get(name)
  if (value !== undefined) return { taken: { value, from: name, how: 'taken' }, cautions: [] }
  const found = sought(claims, name)
  if ('value' in found) return { taken: { value: found.value, from: name, how: found.value ? 'taken' : 'absent' }, cautions: [] }
  const refusal = { code: 'stuck-at-list', attribute: name, list: found.stuckAt } as const
  return { taken: { value: '', from: name, how: 'absent' }, cautions: [], refusal }
}

const address = /^[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,6}$/i

/** The first attribute of the list that came, white space around its name not counting; else what is found for the last; else what looks like an address. */
function emailOf(setting: string, attributes: Attributes, claims: Claims): Part {
  // As Java splits: empty texts at the end are none.
  const names = setting.replace(/;+$/, '').split(';').map(javaTrim)
  const parts: Part[] = []
  for (const name of setting ? names : []) {
    const part = attributeOf(name, attributes, claims)
    if (part.refusal) return part
    parts.push(part)
    if (attributes.has(name)) break
  }
  const last = parts.at(-1)
  if (last?.taken.value.trim()) return last
  const candidates = [...new Set([...attributes.values()].filter((text) => address.test(text)))]
  const [guess = ''] = candidates
  const cautions: Caution[] = guess ? [{ code: 'guessed-email', value: guess, candidates: candidates.length }] : []
  return { taken: { value: guess, how: guess ? 'guessed' : setting ? 'absent' : 'unset' }, cautions }
}

/** Finding people by e-mail wants the attribute by its whole setting, so a list of names never fits. */
function unmatchable({ matchBy, email: attribute }: Settings, attributes: Attributes): Refusal | undefined {
  if (matchBy === 'username' || !attribute || attributes.has(attribute)) return undefined
  return attribute.includes(';') ? { code: 'email-list-to-match', attribute } : { code: 'no-email-to-match', attribute }
}
