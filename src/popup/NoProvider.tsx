import { optionsAt } from '../ui/links'
import { say } from '../ui/words'

/** In place of the sign-in cards where no user pool is configured. */
export const NoProvider = () => (
  <section class="card quiet">
    <p>{say('noProvider')}</p>
    <a href={optionsAt('providers')} target="_blank" rel="noreferrer">
      {say('addProviderLink')}
    </a>
  </section>
)
