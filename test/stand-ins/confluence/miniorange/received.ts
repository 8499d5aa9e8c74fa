import type { MiniOrangeGroupRules } from './settings'
import { trimmed } from './trimmed'

/** The groups that a token brings, after the replacement of their names. Throws where the app would fall over. Observed with 1.1.28. */
export function groupsReceived(
  claims: Readonly<Record<string, unknown>>,
  attributes: ReadonlyMap<string, string>,
  { groupAttribute, replace }: MiniOrangeGroupRules,
): string[] {
  const text = groupAttribute.includes('*') ? alongPath(claims, groupAttribute) : (attributes.get(groupAttribute) ?? '')
  const names = listed(text)
    .join(';')
    .split(';')
    .filter((name) => name !== '')
  return names.map((name) => trimmed(replace ? renamed(name, replace) : name))
}

function alongPath(claims: Readonly<Record<string, unknown>>, path: string): string {
  const list = claims[path.slice(0, path.indexOf('['))]
  const part = path.slice(path.indexOf('].') + 2)
  const texts: unknown[] = Array.isArray(list) ? list.map((item: Record<string, unknown> | null) => item?.[part]) : [undefined]
  if (!texts.every((text) => typeof text === 'string')) throw new Error(`no ${path}`)
  return texts.join(', ')
}

const space = /[ \t\n\r]/

/** Reads a list as a forgiving JSON reader does; one that has brackets already comes out empty, and so does what cannot be read. */
function listed(text: string): (string | null)[] {
  const found: (string | null)[] = []
  let at = 0
  const skip = (what: RegExp) => {
    while (at < text.length && what.test(text[at] ?? '')) at++
  }
  if (text.startsWith('[')) return []
  for (skip(space); at < text.length; skip(space)) {
    const from = at
    const mark = text[at] ?? ''
    if (mark === '"' || mark === "'") {
      for (at++; at < text.length && text[at] !== mark; at++) if (text[at] === '\\') at++
      if (at++ >= text.length) return []
      found.push(letters(text.slice(from + 1, at - 1)))
    } else {
      skip(/[^ \t\n\f\r,;\\/:=#{}[\]]/)
      found.push(literal(text.slice(from, at)))
    }
    skip(space)
    if (at < text.length && !/[,;]/.test(text[at] ?? '')) return []
    at++
  }
  // Where there is no name the app gives up, and keeps what it has.
  return found.includes(null) ? found.slice(0, found.indexOf(null)) : found
}

/** A word without quotes; null for none, and for null itself. */
function literal(word: string): string | null {
  const lower = word.toLowerCase()
  if (lower === '' || lower === 'null') return null
  return lower === 'true' || lower === 'false' ? lower : word
}

/** What stands between quotes, escapes read. */
function letters(quoted: string): string {
  const odd = quoted.split("\\'").join("'")
  return JSON.parse(`"${odd.split('\\"').join('"').split('"').join('\\"')}"`)
}

/** Only numbers of the pattern's groups count in the replacement: at the first other thing the name ends. */
function renamed(name: string, { pattern, by }: { pattern: string; by: string }): string {
  const match = new RegExp(pattern.trim()).exec(name)
  if (!match) return name
  if (match.length === 1) return match[0]
  let made = ''
  for (const number of by.trim().split('$').filter(Boolean)) {
    const index = /^\s*\d+\s*$/.test(number) ? Number(number) : match.length
    if (index >= match.length) break
    made += `${match[index] ?? null}`
  }
  return made
}
