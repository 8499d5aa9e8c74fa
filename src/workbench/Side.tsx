import { useEffect, useState } from 'preact/hooks'
import { isBeside, openBeside } from '../platform/side-panel'
import { optionsAt, workbenchFor } from '../ui/links'
import { Mark } from '../ui/Mark'
import { say } from '../ui/words'
import { useBench } from './bench'
import { sectionsIn } from './sections'

/** Name, sections, and the ways to the other places where the workbench can stand. */
export function Side({ current }: { readonly current: string }) {
  const { shelf } = useBench()
  return (
    <header class="side">
      <h1>
        <Mark /> {say('workbenchTitle')}
      </h1>
      <nav aria-label={say('sections')}>
        {sectionsIn(shelf.resolved.settings).map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
            {title()}
          </a>
        ))}
      </nav>
      <Elsewhere />
    </header>
  )
}

function Elsewhere() {
  const { site, shelf } = useBench()
  const [beside, setBeside] = useState<boolean>()
  useEffect(() => void isBeside().then(setBeside), [])
  const tab = shelf.front?.id
  return (
    <p class="elsewhere">
      {beside === true && (
        <a href={`${workbenchFor(site?.baseUrl)}${location.hash}`} target="_blank" rel="noreferrer">
          {say('benchInTab')}
        </a>
      )}
      {beside === false && tab !== undefined && (
        <button type="button" class="link" onClick={() => void openBeside(tab)}>
          {say('benchBeside')}
        </button>
      )}
      <a href={optionsAt('')} target="_blank" rel="noreferrer">
        {say('options')}
      </a>
    </p>
  )
}
