import type { StepName } from '../setup/check/steps'
import { choiceLabel } from '../ui/setting-words'

/** What a step has seen, as a person reads it: an SSO app by its name. */
export const foundInWords = (step: StepName, found = ''): string => (step === 'app' ? choiceLabel('sites.ssoApp', found) : found)
