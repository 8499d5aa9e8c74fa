import type { Caution } from './caution'
import type { GroupName, GroupNames } from './group-names'
import { javaTrim } from './java-trim'
import type { Found, Match } from './matcher'
import type { Refusal } from './refusal'
import { cautionOf } from './taking'

/** Names after *Replace … With …*: the first match alone makes the new name, no match changes nothing, white space goes. As miniOrange 1.1.28 does it. */
export function replaced(names: readonly string[], rule: { pattern: string; by: string }, match: Match): GroupNames {
  const cautions = new Map<string, Caution>()
  let refusal: Refusal | undefined
  const renamed = (name: string): GroupName => {
    const found = match(rule.pattern, name)
    if (!found) return { name, becomes: javaTrim(name) }
    if ('refused' in found) refusal = { code: 'pattern', pattern: rule.pattern, trait: found.refused }
    else if (!('whole' in found)) cautions.set('trouble', cautionOf(rule.pattern, found))
    if (!('whole' in found)) return { name, becomes: javaTrim(name), ...(!('refused' in found) && { isUntried: true }) }
    const made = composed(found, rule.by)
    if (made.caution) cautions.set(made.caution.code, made.caution)
    return { name, becomes: javaTrim(made.name) }
  }
  return { names: names.map(renamed), cautions: [...cautions.values()], ...(refusal && { refusal }) }
}

/** The match's groups by their numbers, or all of it where it has none. Whatever Java does not read as a number ends the name, blanks go. */
function composed({ whole, groups }: Found, by: string): { readonly name: string; readonly caution?: Caution } {
  if (groups.length === 0) return { name: whole, ...(by && { caution: { code: 'replacement-ignored' } as const }) }
  const all = [whole, ...groups]
  const parts = by.split('$').filter(Boolean)
  const numbers = parts.map(javaTrim)
  const wrong = numbers.findIndex((number) => !/^\+?\d+$/.test(number) || Number(number) >= all.length)
  const name = numbers.slice(0, wrong < 0 ? undefined : wrong).map((number) => all[Number(number)] ?? 'null')
  const isWhole = wrong < 0 && parts.length > 0 && parts.join() === numbers.join()
  return { name: name.join(''), ...(!isWhole && { caution: { code: 'replacement-text', text: by } as const }) }
}
