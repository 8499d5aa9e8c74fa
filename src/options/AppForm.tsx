import { clientIdMark } from '../providers/cognito/pool-facts'
import type { AppSetup, PoolFacts } from '../setup/app-setup'
import { Copy } from '../ui/Copy'
import { say } from '../ui/words'

interface Props {
  readonly setup: AppSetup
  readonly facts: PoolFacts
  readonly baseUrl: string
  /** Id of the SSO app's client, as it was typed. */
  readonly clientId: string
  readonly setClientId: (id: string) => void
}

/** What to enter into the SSO app's form, line by line in its own words. */
export function AppForm({ setup, facts, baseUrl, clientId, setClientId }: Props) {
  const lines = [...(setup.callback ? [{ label: say('callbackAddress'), value: `${baseUrl}${setup.callback}` }] : []), ...setup.form(facts)]
  return (
    <>
      {setup.page && (
        <p>
          {say('assistantPage')}{' '}
          <a href={`${baseUrl}${setup.page}`} target="_blank" rel="noreferrer">
            {baseUrl}
            {setup.page}
          </a>
        </p>
      )}
      <div class="field">
        <label for="assistant-client">{say('assistantClientId')}</label>
        <input
          id="assistant-client"
          value={clientId}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="assistant-client-about"
          onInput={(event) => setClientId(event.currentTarget.value)}
        />
        <p id="assistant-client-about" class="help">
          {say('assistantClientIdAbout', clientIdMark)}
        </p>
      </div>
      <dl class="form-lines">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="clipping">
              {value === undefined ? <span class="muted">{say('fromCognito')}</span> : <code>{value}</code>}
              {value !== undefined && <Copy small value={value} what={label} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
