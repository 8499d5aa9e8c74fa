import { ssoApps } from '../sso-apps'
import { dialects } from '../sso-apps/dialects'
import { Fold } from '../ui/Fold'
import { NoProvider } from '../ui/NoProvider'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import { SignInCard } from './SignInCard'
import { folded, type SignInView, type Spelling, signInViews } from './sign-in-state'
import type { Snapshot } from './snapshot'

const spelling: Spelling = { dialects, names: Object.fromEntries(ssoApps.map(({ id, name }) => [id, name])) }

/** What the identity providers say of the person, or the way to the first of them. */
export function SignIns({ snapshot }: { readonly snapshot: Snapshot }) {
  const now = useNow(10)
  const views = folded(signInViews(snapshot, spelling, now))
  const { sites, listsAreLocked } = snapshot.settings
  if (views.open.length === 0)
    return sites.length > 0 && !listsAreLocked ? (
      <section class="card quiet">
        <NoProvider />
      </section>
    ) : null
  return (
    <>
      <Cards views={views.open} isAlone={views.open.length + views.folded.length === 1} now={now} />
      {views.folded.length > 0 && (
        <Fold class="more-providers" summary={say('moreProviders', String(views.folded.length))}>
          {() => <Cards views={views.folded} now={now} />}
        </Fold>
      )}
    </>
  )
}

interface Props {
  readonly views: readonly SignInView[]
  readonly isAlone?: boolean
  readonly now: number
}

const Cards = ({ views, isAlone = false, now }: Props) =>
  views.map((view) => <SignInCard key={view.provider} view={view} isAlone={isAlone} now={now} />)
