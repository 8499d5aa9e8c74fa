import type { Caution } from './caution'
import type { Refusal } from './refusal'

/** The token's groups as the app reads them, each with the name that it goes on with. */
export interface GroupNames {
  readonly names: readonly { readonly name: string; readonly becomes: string }[]
  readonly cautions: readonly Caution[]
  readonly refusal?: Refusal
}
