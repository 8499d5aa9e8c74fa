import { listsAreLocked } from '../settings/lists-are-locked'
import { providerOf } from '../settings/provider-of'
import { Attempt } from '../ui/Attempt'
import { NoProvider } from '../ui/NoProvider'
import { useKeptFocus } from '../ui/use-kept-focus'
import { useSignIn } from '../ui/use-sign-in'
import { say } from '../ui/words'
import { useBench } from './bench'

/** In place of claims where nobody's are at hand: the ways to get some. */
export function Nobody() {
  const { site, shelf } = useBench()
  const { providers } = shelf.resolved.settings
  const provider = (site && providerOf(site, providers)) ?? providers[0]
  return (
    <section class="card" ref={useKeptFocus<HTMLElement>()} tabIndex={-1}>
      {provider ? <SignInAt provider={provider.id} /> : listsAreLocked(shelf.resolved) ? <NoneToCome /> : <NoProvider />}
    </section>
  )
}

const NoneToCome = () => (
  <>
    <p>{say('noProviders')}</p>
    <p class="muted">{say('listsLocked')}</p>
  </>
)

function SignInAt({ provider }: { readonly provider: string }) {
  const { shelf } = useBench()
  const order = useSignIn(provider)
  return (
    <Attempt attempt={shelf.signIns[provider]} order={order}>
      <p>{say('benchNobody')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={order.signIn}>
          {say('showClaims')}
        </button>
      </div>
      <p class="muted">{say('showClaimsAbout')}</p>
    </Attempt>
  )
}
