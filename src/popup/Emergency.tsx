import { Copy } from '../ui/Copy'
import { say } from '../ui/words'

/** The plain login form, one click away whatever else happens, and its address to pass on. */
export const Emergency = ({ address }: { readonly address: string }) => (
  <div class="emergency">
    <a href={address} target="_blank" rel="noreferrer" title={say('emergencyAbout')}>
      {say('emergency')}
    </a>
    <Copy value={address} what={say('emergencyAddress')} small />
  </div>
)
