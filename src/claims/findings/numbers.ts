import { isOfToken } from '../glossary'
import { rewrittenIn } from '../written'
import type { Finding, Look } from './finding'

/** Numbers that the token writes otherwise than a browser does. An SSO app may write them either way. */
export function numberFindings({ payload }: Look): readonly Finding[] {
  const found = new Map<string, readonly string[]>()
  for (const { claim, number } of rewrittenIn(payload ?? '')) found.set(claim, [...(found.get(claim) ?? []), number])
  return [...found]
    .filter(([claim]) => !isOfToken(claim))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([claim, values]) => ({ code: 'number-rewritten', claim, values }))
}
