import { isOfToken } from '../glossary'
import type { Finding, Look } from './finding'

/** Numbers that the token writes otherwise than a browser does: too large for it, `1.0`, `1e3`. An SSO app may write them either way. */
export function numberFindings({ payload }: Look): readonly Finding[] {
  return [...rewritten(payload ?? '')]
    .filter(([claim]) => !isOfToken(claim))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([claim, values]) => ({ code: 'number-rewritten', claim, values }))
}

/** Such numbers in a valid JSON object, as they stand there, by the member that they belong to, however deep. */
function rewritten(json: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  let [depth, previous, member] = [0, '', '']
  for (const [lexeme] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g)) {
    if (lexeme === '{' || lexeme === '[') depth += 1
    else if (lexeme === '}' || lexeme === ']') depth -= 1
    else if (lexeme === ':' && depth === 1) member = JSON.parse(previous) as string
    else if (/^[-\d]/.test(lexeme) && String(Number(lexeme)) !== lexeme) found.set(member, [...(found.get(member) ?? []), lexeme])
    previous = lexeme
  }
  return found
}
