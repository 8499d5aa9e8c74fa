import { quoted } from '../../setup/quoted'
import type { Rescue } from '../contract'

/** Takes an administrator's password; "Username and password" need not be shown for it. */
const rescue: Rescue = (baseUrl) =>
  `curl -u ADMIN -X PATCH -H 'Content-Type: application/json' -d '{"enable-authentication-fallback":true}' ${quoted(`${baseUrl}rest/authconfig/1.0/sso`)}`

export default rescue
