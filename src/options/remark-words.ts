import { regionIn } from '../providers/cognito/pool-parts'
import type { Settings } from '../settings/catalog'
import { type Place, sourcePath } from '../settings/place'
import { type Remark, remarksOn } from '../setup/remarks'
import { keyOf, say } from '../ui/words'
import { siteAddress } from './site-address'

/** Every field asks, of the same settings. */
const made = new WeakMap<Settings, readonly Remark[]>()

/** What is worth a second look in settings that are in force. */
export function remarksIn(settings: Settings): readonly Remark[] {
  const remarks = made.get(settings) ?? remarksOn(settings, siteAddress, regionIn)
  made.set(settings, remarks)
  return remarks
}

/** What may not be meant, and what to do about it. */
export const remarkInWords = ({ code, about }: Remark): string => say(keyOf('remark', code), about)

/** What is worth a second look at one place, in words; empty where nothing is. */
export function remarkAt(settings: Settings, place: Place): string {
  const here = sourcePath(place)
  return remarksIn(settings)
    .filter(({ where }) => where === here)
    .map(remarkInWords)
    .join(' ')
}
