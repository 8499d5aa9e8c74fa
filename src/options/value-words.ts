import type { GroupRule } from '../settings/catalog'
import { catalogPath, leafAt } from '../settings/place'
import { choiceLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import type { EffectiveValue } from './effective'

/** A value as a person reads it in a table. */
export function valueInWords({ place, value }: Pick<EffectiveValue, 'place' | 'value'>): string {
  const path = catalogPath(place)
  if (typeof value === 'boolean') return say(value ? 'valueOn' : 'valueOff')
  if (leafAt(path)?.kind === 'choice') return choiceLabel(path, String(value))
  const text = Array.isArray(value) ? value.map(itemInWords).join(', ') : String(value)
  return text || say('valueEmpty')
}

const itemInWords = (item: string | GroupRule): string => (typeof item === 'string' ? item : `${item.confluenceGroup} ← ${item.when}`)
