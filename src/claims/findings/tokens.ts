import { differenceIn, saidOf } from '../difference'
import { asExactJson } from '../exact-json'
import { isOfToken } from '../glossary'
import type { Finding, FindingInput } from './finding'

/** A cookie holds no more characters than this, its name included. @see https://httpwg.org/specs/rfc6265.html#implementation-advisory */
const cookie = 4096
/** Many proxies take no longer headers, all of them together. */
const header = 8192

/** What may be wrong with the tokens themselves, and between them. */
export function tokenFindings({ sources, size = 0 }: FindingInput): readonly Finding[] {
  const sizes = [String(size)]
  return [
    ...wrongToken(sources),
    ...between(sources),
    ...(size >= header ? [{ code: 'token-over-header', values: sizes } as const] : []),
    ...(size >= cookie && size < header ? [{ code: 'token-over-cookie', values: sizes } as const] : []),
  ]
}

/** There is no ID token without the scope `openid`. @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
function wrongToken({ id, access }: FindingInput['sources']): readonly Finding[] {
  if (id || !access) return []
  const scopes = typeof access['scope'] === 'string' ? access['scope'].split(' ') : []
  return [{ code: scopes.includes('openid') ? 'access-token' : 'no-openid', values: scopes }]
}

function between(sources: FindingInput['sources']): readonly Finding[] {
  if (!sources.id) return []
  return [...saidOf(sources)].flatMap(([claim, said]): readonly Finding[] => {
    if (differenceIn(claim, said) === 'value')
      return [{ code: 'differs', claim, values: Object.values(said).map((value) => asExactJson(value)) }]
    if ('id' in said || isOfToken(claim)) return []
    return [{ code: 'only-elsewhere', claim, values: Object.keys(said) }]
  })
}
