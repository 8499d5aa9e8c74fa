import { quoted } from '../../setup/quoted'
import type { Rescue } from '../contract'

/** Takes the password of a system administrator, who then need not log in by the page. Seen in version 1.1.28. */
const rescue: Rescue = (baseUrl) => `curl -u ADMIN -X POST ${quoted(`${baseUrl}plugins/servlet/oauth/enablebackdoorurl`)}`

export default rescue
