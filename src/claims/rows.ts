import { lifetimeClaims } from '../session/lifetime-claims'
import type { Claims } from '../session/session'
import type { Dialect, Spelt, Write } from './dialect'
import { byRank, type Meaning, meaningOf } from './glossary'

/** One line of the claims table, ready to be shown. */
export interface ClaimRow extends Spelt {
  /** The claim in the token that it comes from. */
  readonly claim: string
  readonly meaning?: Meaning
  /** The value as a moment, in seconds since the epoch. */
  readonly time?: number
  /** How many entries a list has. */
  readonly entries?: number
}

/** Every claim in the SSO app's spelling, what people look for first. `json` writes what is no text. */
export function rowsOf(claims: Claims, dialect: Dialect, json?: Write): readonly ClaimRow[] {
  return Object.keys(claims)
    .sort(byRank)
    .flatMap((claim) => dialect.names(claim, claims[claim], json).map((row) => ({ ...row, claim, ...aboutOf(claim, row.raw) })))
}

/** The rows in which somebody finds what they typed: in the name or the value, whatever the case. */
export function search<R extends ClaimRow>(rows: readonly R[], wanted: string): readonly R[] {
  const words = wanted.toLowerCase().split(/\s+/)
  return rows.filter(({ name, claim, value }) => {
    const text = `${name} ${claim} ${value}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function aboutOf(claim: string, value: unknown): Pick<ClaimRow, 'meaning' | 'time' | 'entries'> {
  const meaning = meaningOf(claim)
  const time = isTime(claim) ? secondsOf(value) : undefined
  return {
    ...(meaning && { meaning }),
    ...(time !== undefined && { time }),
    ...(Array.isArray(value) && { entries: value.length }),
  }
}

const isTime = (claim: string): boolean => lifetimeClaims.includes(claim) || claim === 'updated_at'

/** userInfo spells numbers as texts. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && Math.abs(seconds) < 8.64e12 ? seconds : undefined
}
