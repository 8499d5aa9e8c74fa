import type { FunctionComponent } from 'preact'
import type { Settings } from '../settings/catalog'
import { say } from '../ui/words'
import { ChecksSection } from './ChecksSection'
import { ClaimsSection } from './claims/ClaimsSection'
import { CompareSection } from './compare/CompareSection'
import { DirectorySection } from './directory/DirectorySection'
import { ExportSection } from './export/ExportSection'
import { MappingSection } from './mapping/MappingSection'
import { PasteSection } from './paste/PasteSection'

/** One of the things to do at the workbench; one is shown at a time. */
export interface Section {
  /** Stands in the page's address, behind "#". */
  readonly id: string
  readonly title: () => string
  readonly View: FunctionComponent
  /** Not listed where the organisation has switched this feature off. */
  readonly feature?: keyof Settings['features']
}

/** Every section, in the order in which they are listed. The first is shown where the address names none. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'claims', title: () => say('benchClaims'), View: ClaimsSection },
  { id: 'mapping', title: () => say('benchMapping'), View: MappingSection },
  { id: 'checks', title: () => say('benchChecks'), View: ChecksSection },
  { id: 'paste', title: () => say('benchPaste'), View: PasteSection, feature: 'pasteToken' },
  { id: 'compare', title: () => say('benchCompare'), View: CompareSection },
  { id: 'directory', title: () => say('benchDirectory'), View: DirectorySection },
  { id: 'export', title: () => say('benchExport'), View: ExportSection, feature: 'export' },
]

/** The sections that the organisation has not switched off. */
export const sectionsIn = ({ features }: Settings): readonly Section[] =>
  sections.filter(({ feature }) => feature === undefined || features[feature])
