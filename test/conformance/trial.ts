import type { JWK } from 'jose'

/** What is to be judged. JSON all through, so that it can be handed to a browser. */
export type Exhibit =
  | { readonly kind: 'jws'; readonly jws: unknown; readonly keys: readonly JWK[] }
  /** Message and signature in hexadecimal. */
  | { readonly kind: 'rsa'; readonly key: JWK; readonly message: string; readonly signature: string }
  | { readonly kind: 'id-token'; readonly jwt: string; readonly by: Relation }

/** Whose ID token it should be. `now` in seconds since the epoch. */
export interface Relation {
  readonly keys: readonly JWK[]
  readonly issuer: string
  readonly clientId: string
  readonly nonce: string
  readonly now: number
}

/** One vector. Where its author leaves open whether it is accepted, it has to be judged at all, and `wanted` is left out. */
export interface Trial {
  readonly name: string
  readonly wanted?: boolean
  readonly exhibit: Exhibit
}

/** Vectors that belong together: one row of docs/conformance.md. */
export interface Suite {
  readonly id: string
  readonly tries: string
  /** How many there have to be. */
  readonly size: number
  readonly trials: readonly Trial[]
}
