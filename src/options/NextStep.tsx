import { choiceLabel, settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'

/** What a person can do where nothing could be found out. */
export const NextStep = ({ baseUrl }: { readonly baseUrl: string }) => (
  <div class="notice quiet">
    <p>
      {say('nextLoginPage')}{' '}
      <a href={`${baseUrl}login.action`} target="_blank" rel="noreferrer">
        {say('openLoginPage')}
      </a>
    </p>
    <p>{say('nextChoose', choiceLabel('sites.ssoApp', 'custom'), settingLabel('sites.startUrl'))}</p>
  </div>
)
