import type { ComponentChild } from 'preact'
import { useEffect } from 'preact/hooks'
import { keepFocus } from '../ui/keep-focus'
import { useAppearance } from '../ui/use-appearance'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import { type Bench, BenchProvider } from './bench'
import { Choices } from './Choices'
import { useDirectory } from './directory/use-directory'
import { usePasting } from './paste/use-pasting'
import { Side } from './Side'
import { Unread } from './Unread'
import { useChoices } from './use-choices'
import { useSection } from './use-section'
import { useShelf } from './use-shelf'

/** The workbench: one page, as a tab of its own or beside another page. */
export function Workbench() {
  const { shelf, failed, reload } = useShelf()
  useEffect(() => keepFocus(document), [])
  useAppearance('workbenchTitle', shelf?.resolved.settings.appearance)
  const isOff = shelf?.resolved.settings.features.workbench === false
  const unread = failed !== undefined && <Unread message={failed} isStale={shelf !== undefined} again={reload} />
  if (shelf && !isOff) return <Laid shelf={shelf} reload={reload} unread={unread} />
  return (
    <main class="nothing-laid">
      <h1>{say('workbenchTitle')}</h1>
      {unread}
      {!shelf && !unread && <p class="muted">{say('loading')}</p>}
      {isOff && <p>{say('benchOff')}</p>}
    </main>
  )
}

function Laid({ shelf, reload, unread }: Pick<Bench, 'shelf' | 'reload'> & { readonly unread: ComponentChild }) {
  const now = useNow(10)
  const pasting = usePasting(shelf.resolved.settings)
  const bench = useChoices(shelf, pasting, location.search)
  const directory = useDirectory(bench.site?.baseUrl)
  const { section, title } = useSection(shelf.resolved.settings)
  return (
    <BenchProvider value={{ ...bench, shelf, pasting, directory, now, reload }}>
      <Side current={section.id} />
      <main>
        {unread}
        <Choices />
        <h2 ref={title} tabIndex={-1}>
          {section.title()}
        </h2>
        <section.View />
      </main>
    </BenchProvider>
  )
}
