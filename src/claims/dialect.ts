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

/** Writes as JSON. */
export type Write = (value: unknown) => string

/** How one SSO app spells claims in its mapping screens. */
export interface Dialect {
  /**
   * The names that an administrator can type for a claim, each with the value that the app would see. Never throws. `json` writes what
   * is no text; as `JSON.stringify` does it where none is given.
   */
  names(claim: string, value: unknown, json?: Write): readonly Spelt[]
}

/** The names for all of these claims, in their order. */
export const namesOf = (claims: Claims, dialect: Dialect, json?: Write): readonly Spelt[] =>
  Object.entries(claims).flatMap(([claim, value]) => dialect.names(claim, value, json))

/** A name that is the same wherever it is typed, or but for the field for groups. */
export const spelt = (name: string, value: string, raw: unknown, groups = name): Spelt => ({
  name,
  value,
  raw,
  names: { fields: name, groups },
})

/** Claims as they stand in the token: for apps that take them so, and for tokens that no app reads. */
export const plainDialect: Dialect = {
  names: (claim, value, json = asJson) => [spelt(claim, typeof value === 'string' ? value : json(value), value)],
}
