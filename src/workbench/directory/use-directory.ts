import { useRef, useState } from 'preact/hooks'
import { type Directory, unknownDirectory } from '../../mapping/directory'
import { lookInto } from '../../platform/directory'
import type { LookUpFailure } from '../../setup/look-up'

/** What a site says of its users and groups. */
export interface AskedDirectory {
  /** Nothing, until it was asked. */
  readonly known: Directory
  /** The user name as whom it was asked; absent until then. */
  readonly as?: string
  readonly isAsking: boolean
  readonly failed?: LookUpFailure
  /** Asks for all groups and for these user names, as whoever is signed in there in this browser. */
  readonly ask: (usernames: readonly string[]) => void
}

type Told = Omit<AskedDirectory, 'ask'>
const unasked: Told = { known: unknownDirectory, isAsking: false }

/** The directory of a site, by its base URL: asked when a person says so, forgotten with the page. */
export function useDirectory(baseUrl: string | undefined): AskedDirectory {
  const [{ site, told }, setState] = useState<{ readonly site?: string; readonly told: Told }>({ told: unasked })
  const asked = useRef(0)
  const shown = site === baseUrl ? told : unasked
  const ask = (usernames: readonly string[]) => {
    if (baseUrl === undefined) return
    const show = (now: Told) => setState({ site: baseUrl, told: now })
    const { failed: _, ...before } = shown
    asked.current += 1
    const turn = asked.current
    show({ ...before, isAsking: true })
    void lookInto(baseUrl, usernames).then((came) => {
      if (turn !== asked.current) return
      show('failed' in came ? { ...before, isAsking: false, failed: came.failed } : { known: came.directory, as: came.as, isAsking: false })
    })
  }
  return { ...shown, ask }
}
