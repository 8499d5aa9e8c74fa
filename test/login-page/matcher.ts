import type { Rule } from '../../src/login-page/rules'

/**
 * What a browser does with a main-frame GET under these rules: the address it goes to instead, or undefined.
 * @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
 */
export function outcome(rules: readonly Rule[], address: string): string | undefined {
  const matching = rules.filter(({ condition }) => matches(condition, address))
  const highest = Math.max(...matching.map(({ priority }) => priority))
  const strongest = matching.filter(({ priority }) => priority === highest)
  if (strongest.some(({ action }) => action.type === 'allow')) return undefined
  const [rule] = strongest
  if (rule?.action.type !== 'redirect') return undefined
  if ('transform' in rule.action.redirect) return `${address.replace(/#.*/, '')}${rule.action.redirect.transform.fragment}`
  const groups = new RegExp(rule.condition.regexFilter ?? '', 'u').exec(address) ?? []
  return rule.action.redirect.regexSubstitution.replace(/\\(\d)/g, (_, index: string) => groups[Number(index)] ?? '')
}

function matches({ regexFilter, urlFilter, requestDomains, isUrlFilterCaseSensitive }: Rule['condition'], address: string): boolean {
  const { hostname } = new URL(address)
  if (requestDomains && !requestDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))) return false
  const flags = isUrlFilterCaseSensitive ? 'u' : 'iu'
  return new RegExp(regexFilter ?? regexOf(urlFilter ?? ''), flags).test(address)
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
