import { sayIfKnown } from './words'

const keyFor = (path: string): string => `setting_${path.replaceAll('.', '_')}`

/** The name of a setting, given its path in the catalogue without list keys ("sites.backdoor.enabled"); the path itself for one that nobody knows. */
export const settingLabel = (path: string): string => sayIfKnown(keyFor(path)) ?? path

/** What a setting does, in a sentence or two. */
export const settingHelp = (path: string): string => sayIfKnown(`${keyFor(path)}_about`) ?? ''

/** The name of one value of a setting that offers a choice. */
export const choiceLabel = (path: string, option: string): string =>
  sayIfKnown(`choice_${path.replaceAll('.', '_')}_${option.replaceAll('-', '_')}`) ?? option
