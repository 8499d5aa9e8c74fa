import type { AppSetup } from '../../setup/app-setup'

/** It speaks SAML alone; a user pool gives out OpenID Connect. */
export default { isUnfit: true, form: () => [] } satisfies AppSetup
