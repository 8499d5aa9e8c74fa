import type { Claims } from '../session/session'
import { asJson } from '../session/shown'

/** Where a claim's name is typed in an SSO app's screens: in fields that take one value (user name, e-mail, names), or in that for groups. */
export type Place = 'fields' | 'groups'

/** One name that an administrator can type. */
export interface Spelt {
  /** As it is typed wherever there is a choice. */
  readonly name: string
  /** As the app will see it. */
  readonly value: string
  /** As it stands in the token. */
  readonly raw: unknown
  /** As each place wants it typed; a place that cannot take the claim is absent. */
  readonly names: Readonly<Partial<Record<Place, string>>>
}

/** How one SSO app spells claims in its mapping screens. */
export interface Dialect {
  /** The names that an administrator can type for these claims, each with the value that the app would see. Never throws. */
  names(claims: Claims): readonly Spelt[]
}

/** A name that is the same wherever it is typed. */
const speltAlike = (name: string, value: string, raw: unknown): Spelt => ({ name, value, raw, names: { fields: name, groups: name } })

/** Claims as they stand in the token: for apps that take them so, and for tokens that no app reads. */
export const plainDialect: Dialect = {
  names: (claims) =>
    Object.entries(claims).map(([name, value]) => speltAlike(name, typeof value === 'string' ? value : asJson(value), value)),
}
