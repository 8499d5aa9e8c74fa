import { optionsAt } from './links'
import { say } from './words'

/** In place of claims where no user pool is configured: the way to add one. */
export const NoProvider = () => (
  <>
    <p>{say('noProvider')}</p>
    <a href={optionsAt('providers')} target="_blank" rel="noreferrer">
      {say('addProviderLink')}
    </a>
  </>
)
