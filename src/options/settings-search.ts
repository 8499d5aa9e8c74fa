import { catalogPath, type Place } from '../settings/place'
import type { Resolved } from '../settings/resolve'
import { settingHelp, settingLabel } from '../ui/setting-words'
import { effectiveValues } from './effective'
import { valueInWords } from './value-words'

/** The words of a text that is looked for. */
export const wordsIn = (text: string): readonly string[] => text.toLocaleLowerCase().split(/\s+/).filter(Boolean)

/** Places whose names, explanations, entries or values hold every word that is looked for, in any case. */
export function placesWith(text: string, resolved: Resolved): readonly Place[] {
  const words = wordsIn(text)
  if (words.length === 0) return []
  return effectiveValues(resolved).flatMap((value) => {
    const { place } = value
    const path = catalogPath(place)
    const said = [path, settingLabel(path), settingHelp(path), place.entry?.key, valueInWords(value)].join('\n').toLocaleLowerCase()
    return words.every((word) => said.includes(word)) ? [place] : []
  })
}
