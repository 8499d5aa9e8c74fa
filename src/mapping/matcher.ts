import { javaPattern, type Trait } from './java-pattern'
import { isAscii } from './java-spelling'

/** What Java's `find()` found: the whole match, and what each group took; undefined for one that took no part. */
export interface Found {
  readonly whole: string
  readonly groups: readonly (string | undefined)[]
}

/** Why a pattern gave no answer. Java refuses the first kind too; the others only this browser cannot run. */
export type Trouble = { readonly refused: Trait } | { readonly onlyJava: Trait } | { readonly tooSlow: true }

/** Looks for a Java pattern in a text, as `Matcher.find()` does. Handed in, so that whoever runs it can stop it. */
export type Match = (pattern: string, text: string) => Found | Trouble | undefined

/** Runs patterns in this very thread, each compiled once. */
export function javaMatch(): Match {
  const compiled = new Map<string, ReturnType<typeof javaPattern>>()
  return (pattern, text) => {
    const read = compiled.get(pattern) ?? javaPattern(pattern)
    compiled.set(pattern, read)
    if (!('runs' in read)) return read
    if (read.asciiOnly && !isAscii(text)) return { onlyJava: read.asciiOnly }
    const found = read.runs.exec(text)
    return found ? { whole: found[0], groups: found.slice(1) } : undefined
  }
}

/** Runs no pattern: for a second try, after one took too long. */
export const noMatch: Match = () => ({ tooSlow: true })
