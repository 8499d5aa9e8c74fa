import { JavaTranslation } from './java-translation'

/** What a pattern has that Java and JavaScript do not read alike; the words for each stand in `ui/`. */
export type Trait =
  | 'possessive'
  | 'atomic-group'
  | 'inline-flags'
  | 'class-set'
  | 'property'
  | 'boundary'
  | 'escape'
  | 'look-behind'
  | 'group-name'
  | 'unset-group'
  | 'repetition'
  | 'range'
  | 'malformed'

interface Runs {
  readonly runs: RegExp
  /** Why it is true of texts in ASCII alone, if it is. */
  readonly asciiOnly?: Trait
}

/** A Java pattern as the browser can run it, or why it cannot: Java would refuse it, or only Java can run it. */
type JavaPattern = Runs | { readonly refused: Trait } | { readonly onlyJava: Trait }

/**
 * Reads a pattern as `java.util.regex.Pattern.compile` does, without flags. Translated is what differs in spelling alone.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
export function javaPattern(pattern: string): JavaPattern {
  const translation = new JavaTranslation(pattern)
  const stopped = translation.run()
  if (stopped) return stopped
  try {
    const runs = new RegExp(translation.source, `u${translation.flags}`)
    return { runs, ...(translation.asciiOnly && { asciiOnly: translation.asciiOnly }) }
  } catch {
    return { refused: 'malformed' }
  }
}
