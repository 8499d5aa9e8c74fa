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
  | 'repetition'
  | 'malformed'

/** A Java pattern as the browser can run it, or why it cannot: Java would refuse it, or only Java can run it. */
export type JavaPattern = { readonly runs: RegExp } | { readonly refused: Trait } | { readonly onlyJava: Trait }

/**
 * Reads a pattern as `java.util.regex.Pattern.compile` does, without flags. Translated is what differs in spelling alone.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
export function javaPattern(pattern: string): JavaPattern {
  const translation = new JavaTranslation(pattern)
  const stopped = translation.run()
  if (stopped) return stopped
  try {
    return { runs: new RegExp(translation.source, `u${translation.flags}`) }
  } catch {
    return { refused: 'malformed' }
  }
}
