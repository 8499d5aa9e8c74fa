import type { Rescue } from '../contract'

/** While this file is there the form has no fields. */
const rescue: Rescue = () => '<home>/kerberos/disable_username_password_login.txt'

export default rescue
