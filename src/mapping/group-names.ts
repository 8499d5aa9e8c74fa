import type { Caution } from './caution'
import type { Refusal } from './refusal'

/** A group of the token, and the name that the app goes on with. */
export interface GroupName {
  readonly name: string
  readonly becomes: string
  /** A pattern that could not be tried here decides what becomes of it: `becomes` is not known then. */
  readonly isUntried?: true
}

/** The token's groups as the app reads them. */
export interface GroupNames {
  readonly names: readonly GroupName[]
  readonly cautions: readonly Caution[]
  readonly refusal?: Refusal
}
