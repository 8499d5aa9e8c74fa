import english from '../../public/_locales/en/messages.json'
import type { RolloutWords } from '../../src/rollout/plan'

const messages: Readonly<Record<string, { readonly message: string } | undefined>> = english

/** The English text of a message; throws where there is none. */
export function text(key: string): string {
  const found = messages[key]?.message
  if (!found) throw new Error(`public/_locales/en/messages.json has no "${key}": write what it is to say`)
  return found
}

/** The English text of a message with placeholders, and what stands there, in their order. */
export const filled = (key: string, ...values: readonly string[]): string =>
  values.reduce((sentence, value) => sentence.replace(/\$\w+\$/, () => value), text(key))

const keyOf = (path: string, part = '') => `setting_${path.replaceAll('.', '_')}${part}`

/** The words of settings, as the options page has them, for tools. `version` is no setting, and says what it is in the schema. */
export const words: RolloutWords = {
  label: (path) => (path === 'version' ? path : text(keyOf(path))),
  help: (path) => text(keyOf(path, '_about')),
  choice: (path, option) => text(`choice_${path.replaceAll('.', '_')}_${option.replaceAll('-', '_')}`),
  asJson: text('rolloutAsJson'),
  wholeAsJson: text('rolloutWholeAsJson'),
}
