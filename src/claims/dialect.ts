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
   * The names that an administrator can type for these claims, each with the value that the app would see. Never throws. `json` writes what
   * is no text; as `JSON.stringify` does it where none is given.
   */
  names(claims: Claims, json?: Write): readonly Spelt[]
}

/** A name that is the same wherever it is typed, or but for the field for groups. */
export const spelt = (name: string, value: string, raw: unknown, groups = name): Spelt => ({
  name,
  value,
  raw,
  names: { fields: name, groups },
})

/** Claims as they stand in the token: for apps that take them so, and for tokens that no app reads. */
export const plainDialect: Dialect = {
  names: (claims, json = asJson) =>
    Object.entries(claims).map(([name, value]) => spelt(name, typeof value === 'string' ? value : json(value), value)),
}
