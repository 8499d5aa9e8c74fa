import { message } from '../platform/language'

type Messages = typeof import('../../public/_locales/en/messages.json')

/** Every text of Latchkey has a key; one without a message does not compile. */
export type MessageKey = keyof Messages

/** A message with placeholders needs substitutions, in the order of their numbers; any other takes none. */
type Substitutions<K extends MessageKey> = K extends K
  ? 'placeholders' extends keyof Messages[K]
    ? readonly [string, ...string[]]
    : readonly []
  : never

/** The text for a key in the language that is spoken. */
export const say = <K extends MessageKey>(key: K, ...substitutions: Substitutions<K>): string => message(key, substitutions)

/** The text for a key that is put together at run time, or undefined where there is none. */
export const sayIfKnown = (key: string, substitutions: readonly string[] = []): string | undefined =>
  message(key, substitutions) || undefined

/** Message keys know no hyphens. */
type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : S

/** The key of a code's message in its family: ('reason', 'signed-in') is "reason_signed_in". */
export const keyOf = <F extends string, C extends string>(family: F, code: C) =>
  `${family}_${code.replaceAll('-', '_')}` as `${F}_${Underscored<C>}`
