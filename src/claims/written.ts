import { parseToken } from '../session/token'
import { payloadOf } from './payload'
import type { SourceName, TokenTexts } from './subject'

/** A number that a token writes otherwise than a browser does: too large for it, `1.0`, `1e3`. */
export interface Rewritten {
  readonly claim: string
  /** As it stands in the token. */
  readonly number: string
  /** Whether it is all that the claim says, and not a part of a list or an object. */
  readonly isWhole: boolean
}

/** Claims that are nothing but such a number, as the tokens write them. */
export type Written = Readonly<Partial<Record<SourceName, ReadonlyMap<string, string>>>>

/** Such numbers in a valid JSON object, in their order. */
export function rewrittenIn(json: string): readonly Rewritten[] {
  const found: Rewritten[] = []
  let [depth, previous, claim] = [0, '', '']
  for (const [lexeme] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g)) {
    if (lexeme === '{' || lexeme === '[') depth += 1
    else if (lexeme === '}' || lexeme === ']') depth -= 1
    else if (lexeme === ':' && depth === 1) claim = JSON.parse(previous) as string
    else if (/^[-\d]/.test(lexeme) && String(Number(lexeme)) !== lexeme) found.push({ claim, number: lexeme, isWhole: depth === 1 })
    previous = lexeme
  }
  return found
}

/** What of these tokens' claims a browser would write otherwise; of what is no token, nothing. */
export const writtenIn = (tokens: TokenTexts): Written =>
  Object.fromEntries(
    Object.entries(tokens).map(([source, jwt]) => {
      const whole = (parseToken(jwt).token ? rewrittenIn(payloadOf(jwt)) : []).filter(({ isWhole }) => isWhole)
      return [source, new Map(whole.map(({ claim, number }) => [claim, number]))]
    }),
  )

/** A claim's number as that source writes it; undefined where a browser writes it alike, or the claim says anything else. */
export function asWritten(written: Written, source: SourceName, claim: string, value: unknown): string | undefined {
  const number = written[source]?.get(claim)
  return typeof value === 'number' && Number(number) === value ? number : undefined
}
