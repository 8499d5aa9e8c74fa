import type { Caution } from '../../../mapping/caution'
import { javaTrim } from '../../../mapping/java-trim'
import type { Match } from '../../../mapping/matcher'
import type { Refusal } from '../../../mapping/refusal'
import type { MappingInput } from '../../../mapping/semantics'
import { type Attributes, cut, nameOf, type Part } from '../../../mapping/taking'
import type { Taken } from '../../../mapping/verdict'

/** Who the attributes name, or why the app goes no further. */
export interface Profile {
  readonly username: Taken
  readonly email: Taken
  readonly name: Taken
  readonly cautions: readonly Caution[]
  readonly refusal?: Refusal
}

/** *User Profile*: user name, e-mail address and name. Every line as version 1.1.28 does it. */
export function profileOf({ mapping }: MappingInput, attributes: Attributes, match: Match): Profile {
  const username = usernameOf(mapping, attributes, match)
  const email = emailOf(mapping.email, attributes)
  const name = nameOf(mapping, attributes)
  const cautions = [...username.cautions, ...email.cautions, ...(name.value.trim() ? [] : [{ code: 'no-name' } as const])]
  const blank = { code: 'nothing-to-go-by' } as const
  const refusal =
    username.refusal ?? unmatchable(mapping, attributes) ?? (username.taken.value.trim() || email.taken.value ? undefined : blank)
  return { username: username.taken, email: email.taken, name, cautions, ...(refusal && { refusal }) }
}

type Settings = MappingInput['mapping']

/** A missing attribute ends the login, unless people are found by e-mail and no pattern is set. Quotes are taken out. */
function usernameOf({ username: attribute, usernamePattern, matchBy }: Settings, attributes: Attributes, match: Match): Part {
  if (!attribute) return { taken: { value: '', how: 'unset' }, cautions: [] }
  const value = attributes.get(attribute)?.replaceAll('"', '')
  if (value === undefined) {
    const needed = matchBy === 'username' || usernamePattern !== ''
    return {
      taken: { value: '', from: attribute, how: 'absent' },
      cautions: [searched(attribute)],
      ...(needed && { refusal: { code: 'no-username', attribute } }),
    }
  }
  if (!usernamePattern || !value.trim()) return { taken: { value, from: attribute, how: 'taken' }, cautions: [] }
  return cut({ value, from: attribute }, usernamePattern, match)
}

const address = /^[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,6}$/i

/** The first attribute of the list that came, white space around its name not counting; else what looks like an address. */
function emailOf(setting: string, attributes: Attributes): Part {
  const names = setting.split(';').map(javaTrim)
  const present = setting ? names.find((name) => attributes.has(name)) : undefined
  const value = (present !== undefined && attributes.get(present)) || ''
  if (value.trim()) return { taken: { value, from: present as string, how: 'taken' }, cautions: absentBefore(names, present, attributes) }
  const candidates = [...new Set([...attributes.values()].filter((text) => address.test(text)))]
  const [guess = ''] = candidates
  const cautions: Caution[] = setting ? [...absentBefore(names, present, attributes)] : []
  if (guess) cautions.push({ code: 'guessed-email', value: guess, candidates: candidates.length })
  return { taken: { value: guess, how: guess ? 'guessed' : setting ? 'absent' : 'unset' }, cautions }
}

/** Names before the one that came are searched for. */
function absentBefore(names: readonly string[], present: string | undefined, attributes: Attributes): readonly Caution[] {
  const absent = names.slice(0, present === undefined ? undefined : names.indexOf(present)).find((name) => name && !attributes.has(name))
  return absent === undefined ? [] : [searched(absent)]
}

/** For an attribute that is absent the app searches the whole token, which does not go well where it meets a list. Read, not seen. */
const searched = (attribute: string): Caution => ({ code: 'attribute-absent', attribute, unverified: true })

/** Finding people by e-mail wants the attribute by its whole setting, so a list of names never fits. */
function unmatchable({ matchBy, email: attribute }: Settings, attributes: Attributes): Refusal | undefined {
  if (matchBy === 'username' || !attribute || attributes.has(attribute)) return undefined
  return attribute.includes(';') ? { code: 'email-list-to-match', attribute } : { code: 'no-email-to-match', attribute }
}
