import { isOfToken } from '../glossary'
import type { Finding, FindingInput } from './finding'

/** Numbers that the token writes otherwise than a browser does. An SSO app may write them either way. */
export function numberFindings({ payload }: FindingInput): readonly Finding[] {
  const found = new Map<string, readonly string[]>()
  for (const { claim, number } of rewrittenIn(payload ?? '')) found.set(claim, [...(found.get(claim) ?? []), number])
  return [...found]
    .filter(([claim]) => !isOfToken(claim))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([claim, values]) => ({ code: 'number-rewritten', claim, values }))
}

/** Such numbers in a valid JSON object, in their order, each with the claim that it is in. */
function rewrittenIn(json: string): readonly { readonly claim: string; readonly number: string }[] {
  const found: { claim: string; number: string }[] = []
  let [depth, previous, claim] = [0, '', '']
  for (const [lexeme] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g)) {
    if (lexeme === '{' || lexeme === '[') depth += 1
    else if (lexeme === '}' || lexeme === ']') depth -= 1
    else if (lexeme === ':' && depth === 1) claim = JSON.parse(previous) as string
    else if (/^[-\d]/.test(lexeme) && String(Number(lexeme)) !== lexeme) found.push({ claim, number: lexeme })
    previous = lexeme
  }
  return found
}
