import type { Phrase, Stated } from '../session/stated'
import { distanceInWords } from './times'
import { keyOf, type MessageKey, say, sayIfKnown } from './words'

/** What a check of a token is called; its own name where there is no other. */
export const checkLabel = (name: string): string => sayIfKnown(`check_${name}`) ?? name

/** What it means that a check has passed. */
export const checkMeaning = (name: string): string => sayIfKnown(`check_${name}_about`) ?? ''

/** What a check wanted or found. */
export const statedInWords = (what: Stated): string => (typeof what === 'string' ? what : phraseInWords(what))

function phraseInWords({ phrase, values = [] }: Phrase): string {
  const [value = '', distance = ''] = values
  if (phrase === 'time-and-distance') return say('timeAndDistance', value, distanceInWords(Number(distance)))
  const key: MessageKey = keyOf('stated', phrase) // a phrase without words does not compile
  return sayIfKnown(key, values) ?? value
}
