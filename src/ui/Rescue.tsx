import { Copy } from './Copy'
import { say, sayIfKnown } from './words'

/** What to know of a site's emergency way in, as an SSO app's file tells it. */
interface Props {
  readonly ssoApp: string
  readonly doubt?: 'off' | 'untold'
  readonly rescue?: string
}

/** Says where the emergency way in may not work, and what to do on the server when nobody gets in. */
export function Rescue({ doubt, ...rest }: Props) {
  return (
    <div class={doubt === 'off' ? 'notice warning' : 'rescue'}>
      {doubt && <p>{say(doubt === 'off' ? 'rescueOff' : 'rescueUntold')}</p>}
      <details class="rescue-how">
        <summary>{say('rescueTitle')}</summary>
        <How {...rest} />
      </details>
    </div>
  )
}

const How = ({ ssoApp, rescue }: Omit<Props, 'doubt'>) => (
  <>
    {rescue && (
      <>
        <p>{sayIfKnown(`rescue_${ssoApp}`)}</p>
        <div class="clipping">
          <code>{rescue}</code>
          <Copy value={rescue} what={say('rescueCommand')} />
        </div>
      </>
    )}
    <p>
      {say('rescueRecovery')} <code>-Datlassian.recovery.password</code>
    </p>
  </>
)
