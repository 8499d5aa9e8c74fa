import type { Claims } from '../session/session'

/** How one SSO app spells claims in its mapping screens. */
export interface Dialect {
  /** The names that an administrator can type for these claims, each with the value that the app would see. Never throws. */
  names(claims: Claims): readonly { readonly name: string; readonly value: string }[]
}

/** Claims as they stand in the token: for apps that take them so, and for tokens that no app reads. */
export const plainDialect: Dialect = {
  names: (claims) =>
    Object.entries(claims).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    })),
}
