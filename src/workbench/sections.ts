import type { FunctionComponent } from 'preact'
import { say } from '../ui/words'
import { ChecksSection } from './ChecksSection'
import { ClaimsSection } from './claims/ClaimsSection'

/** One of the things to do at the workbench; one is shown at a time. */
export interface Section {
  /** Stands in the page's address, behind "#". */
  readonly id: string
  readonly title: () => string
  readonly View: FunctionComponent
}

/** Every section, in the order in which they are listed. The first is shown where the address names none. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'claims', title: () => say('benchClaims'), View: ClaimsSection },
  { id: 'checks', title: () => say('benchChecks'), View: ChecksSection },
]
