import { useEffect } from 'preact/hooks'
import { paint } from '../ui/dress'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import { BenchProvider, type Shelf } from './bench'
import { Choices } from './Choices'
import { Side } from './Side'
import { useChoices } from './use-choices'
import { useSection } from './use-section'
import { useShelf } from './use-shelf'

/** The workbench: one page, as a tab of its own or beside another page. */
export function Workbench() {
  const { shelf, failed } = useShelf()
  const theme = shelf?.resolved.settings.appearance.theme ?? 'auto'
  useEffect(() => paint(document, theme), [theme])
  const isOff = shelf?.resolved.settings.features.workbench === false
  return (
    <>
      {failed !== undefined && <ProblemNotice problem={{ code: 'storage-failed', message: failed }} />}
      {!shelf && failed === undefined && <p class="muted">{say('loading')}</p>}
      {isOff && <main class="switched-off">{say('benchOff')}</main>}
      {shelf && !isOff && <Laid shelf={shelf} />}
    </>
  )
}

function Laid({ shelf }: { readonly shelf: Shelf }) {
  const bench = useChoices(shelf, location.search, useNow(10))
  const { section, title } = useSection()
  return (
    <BenchProvider value={bench}>
      <Side current={section.id} />
      <main>
        <Choices />
        <h2 ref={title} tabIndex={-1}>
          {section.title()}
        </h2>
        <section.View />
      </main>
    </BenchProvider>
  )
}
