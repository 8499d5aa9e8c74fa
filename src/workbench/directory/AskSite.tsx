import { useState } from 'preact/hooks'
import { missingGrants } from '../../platform/grants'
import type { SiteSettings } from '../../settings/catalog'
import { Grants } from '../../ui/Grants'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { FailedLookUp } from './FailedLookUp'

interface Props {
  readonly site: SiteSettings
  /** User names to ask for. */
  readonly names: readonly string[]
  readonly label: string
  readonly isPrimary?: boolean
}

/** The button that asks a site for its directory, what the browser has to allow before that, and why it did not work. */
export function AskSite({ site, names, label, isPrimary = false }: Props) {
  const { directory } = useBench()
  const { isAsking, failed } = directory
  const [missing, setMissing] = useState<readonly string[]>([])
  const ask = () =>
    void missingGrants([site]).then((some) => {
      setMissing(some)
      if (some.length === 0) directory.ask(names)
    })
  return (
    <>
      <div class="actions">
        <button type="button" class={isPrimary ? 'primary' : undefined} aria-disabled={isAsking} onClick={() => !isAsking && ask()}>
          {isAsking ? say('directoryAsking') : label}
        </button>
      </div>
      <Grants missing={missing} answered={ask} />
      {failed && <FailedLookUp failed={failed} baseUrl={site.baseUrl} />}
    </>
  )
}
