import type { AppSetup } from '../../setup/app-setup'
import { openIdForm } from '../../setup/open-id-form'

/** Its wizard takes a provider's discovery address or its endpoints one by one. */
export default { callback: 'plugins/servlet/samlsso', form: openIdForm } satisfies AppSetup
