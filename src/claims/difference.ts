import type { Claims } from '../session/session'
import { asJson } from '../session/shown'
import { shallow } from './depth'
import { isOfToken } from './glossary'
import type { SourceName, Sources } from './subject'

/** What each source says of one claim. */
export type Said = Readonly<Partial<Record<SourceName, unknown>>>

/** In the order in which they count: SSO apps read the first. */
export const sourceNames: readonly SourceName[] = ['id', 'userinfo', 'access']

/** Other sources call the ID token's `cognito:username` just `username`. @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html */
const alias: Readonly<Record<string, string>> = { username: 'cognito:username' }

/** What the sources say of each claim; one that goes by two names stands under that of the ID token. */
export function saidOf(sources: Sources): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  for (const source of sourceNames)
    for (const [own, value] of Object.entries(sources[source] ?? {})) {
      const name = nameIn(sources.id, own)
      said.set(name, { ...said.get(name), [source]: value })
    }
  return said
}

const nameIn = (id: Claims | undefined, own: string): string => {
  const other = alias[own]
  return other !== undefined && id !== undefined && Object.hasOwn(id, other) && !Object.hasOwn(id, own) ? other : own
}

/**
 * How the sources differ in a claim: in what they say, in how they write it (userInfo writes booleans and lists as texts), or not at
 * all. What a token says of itself is no difference.
 */
export function differenceIn(claim: string, said: Said): 'value' | 'writing' | undefined {
  if (isOfToken(claim)) return undefined
  const values = Object.values(said).map((value) => inOrder(shallow(value, rounded)))
  if (distinct(values.map((value) => asJson(value))) < 2) return undefined
  return distinct(values.map(plainly)) > 1 ? 'value' : 'writing'
}

/** Of large numbers too there is only what browsers make of them where userInfo has spoken. */
const rounded = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

/** A list of texts, numbers and booleans in an order of its own: groups come in none. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) && !value.some((item) => typeof item === 'object' && item !== null) ? [...value].sort() : value

const distinct = (texts: readonly string[]): number => new Set(texts).size

/** A value as it is, however it was written. */
function plainly(value: unknown): string {
  if (typeof value !== 'string') return asJson(value)
  try {
    const inner: unknown = JSON.parse(value)
    return typeof inner === 'string' ? asJson(value) : asJson(inOrder(inner))
  } catch {
    return asJson(value)
  }
}
