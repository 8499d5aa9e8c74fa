import type { AppSetup } from '../../setup/app-setup'
import { openIdForm } from '../../setup/open-id-form'

/** Each provider has a callback of its own, which its page shows once the provider is there. */
export default { form: openIdForm } satisfies AppSetup
