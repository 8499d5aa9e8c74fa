import type { Emergency as Facts } from '../sso-apps/rescue'
import { Copy } from '../ui/Copy'
import { say } from '../ui/words'
import { Rescue } from './in-need'

interface Props {
  readonly address: string
  /** What to do where the server has switched it off. */
  readonly doubt?: Facts | undefined
}

/** The plain login form, one click away whatever else happens, and its address to pass on. */
export const Emergency = ({ address, doubt }: Props) => (
  <>
    <div class="emergency">
      <a href={address} target="_blank" rel="noreferrer" title={say('emergencyAbout')}>
        {say('emergency')}
      </a>
      <Copy value={address} what={say('emergencyAddress')} small />
    </div>
    {doubt && <Rescue {...doubt} />}
  </>
)
