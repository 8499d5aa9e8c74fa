import { useState } from 'preact/hooks'
import { ssoApps } from '../sso-apps'
import { dialects } from '../sso-apps/dialects'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import { NoProvider } from './NoProvider'
import { SignInCard } from './SignInCard'
import { folded, type SignInView, type Spelling, signInViews } from './sign-in-state'
import type { Snapshot } from './snapshot'

const spelling: Spelling = { dialects, names: Object.fromEntries(ssoApps.map(({ id, name }) => [id, name])) }

/** What the identity providers say of the person, or the way to the first of them. */
export function SignIns({ snapshot }: { readonly snapshot: Snapshot }) {
  const now = useNow(10)
  const views = folded(signInViews(snapshot, spelling, now))
  const hasSites = snapshot.settings.sites.length > 0
  if (views.open.length === 0) return hasSites ? <NoProvider /> : null
  return (
    <>
      <Cards views={views.open} now={now} />
      {views.folded.length > 0 && <Fold views={views.folded} now={now} />}
    </>
  )
}

interface Props {
  readonly views: readonly SignInView[]
  readonly now: number
}

const Cards = ({ views, now }: Props) => views.map((view) => <SignInCard key={view.provider} view={view} now={now} />)

/** Drawn once somebody looks into it. */
function Fold({ views, now }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="more-providers" onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary>{say('moreProviders', String(views.length))}</summary>
      {isOpen && <Cards views={views} now={now} />}
    </details>
  )
}
