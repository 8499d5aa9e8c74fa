import type { Rule } from '../../src/login-page/rule'

/**
 * The rules of which a browser follows one for a main-frame GET: those of the highest priority that match, and of these the ones that
 * allow if there are any.
 * @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
 */
export function strongest(rules: readonly Rule[], address: string): readonly Rule[] {
  const matching = rules.filter(({ condition }) => matches(condition, address))
  const highest = Math.max(...matching.map(({ priority }) => priority))
  const first = matching.filter(({ priority }) => priority === highest)
  const allowing = first.filter(({ action }) => action.type === 'allow')
  return allowing.length ? allowing : first
}

/** What a browser does with a main-frame GET under these rules: the address it goes to instead, or undefined. */
export function outcome(rules: readonly Rule[], address: string): string | undefined {
  const [rule] = strongest(rules, address)
  if (rule?.action.type !== 'redirect') return undefined
  const { redirect } = rule.action
  // Firefox gives rules back with null for what they do not have.
  if ('transform' in redirect && redirect.transform) return `${address.replace(/#.*/, '')}${redirect.transform.fragment}`
  if (!('regexSubstitution' in redirect)) return undefined
  const groups = new RegExp(rule.condition.regexFilter ?? '', 'u').exec(address) ?? []
  return redirect.regexSubstitution.replace(/\\(\d)/g, (_, index: string) => groups[Number(index)] ?? '')
}

function matches(condition: Rule['condition'], address: string): boolean {
  const { hostname } = new URL(address)
  const { requestDomains } = condition
  if (requestDomains && !requestDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))) return false
  return expressionOf(condition).test(address)
}

const compiled = new WeakMap<Rule['condition'], RegExp>()
function expressionOf(condition: Rule['condition']): RegExp {
  const { regexFilter, urlFilter = '', isUrlFilterCaseSensitive } = condition
  const expression = compiled.get(condition) ?? new RegExp(regexFilter ?? regexOf(urlFilter), isUrlFilterCaseSensitive ? 'u' : 'iu')
  compiled.set(condition, expression)
  return expression
}

/** `|` is an end of the address, `*` anything, `^` whatever is no letter, digit or `_-.%`, or the end. */
function regexOf(urlFilter: string): string {
  const body = urlFilter
    .replace(/^\||\|$/g, '')
    .replace(/[.+?${}()[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('^', '(?:[^\\w.%-]|$)')
  return `${urlFilter.startsWith('|') ? '^' : ''}${body}${urlFilter.endsWith('|') ? '$' : ''}`
}
