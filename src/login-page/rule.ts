/** A `declarativeNetRequest` rule as this room makes it. @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest */
export interface Rule {
  readonly id: number
  readonly priority: number
  readonly condition: {
    readonly regexFilter?: string
    readonly urlFilter?: string
    readonly requestDomains?: readonly string[]
    readonly tabIds?: readonly number[]
    readonly isUrlFilterCaseSensitive?: boolean
    readonly resourceTypes: readonly ['main_frame']
    readonly requestMethods: readonly ['get']
  }
  readonly action:
    | { readonly type: 'allow' }
    | {
        readonly type: 'redirect'
        readonly redirect: { readonly regexSubstitution: string } | { readonly transform: { readonly fragment: string } }
      }
}

/** A rule that has not got its number yet. */
export type Draft = Omit<Rule, 'id'>

/** Rules as a browser takes them, counted from 1. */
export const numbered = (drafts: readonly Draft[]): readonly Rule[] => drafts.map((draft, index) => ({ id: index + 1, ...draft }))

/** Higher numbers win; `allow` leaves the decision to the content script. */
export const priority = { arrived: 1, destination: 1, onTheWay: 2, odd: 3, tried: 5, asked: 10, heldOff: 20 } as const

/** What all rules have in common: a page in a tab of its own, asked for and not sent to. */
export const mainFrameGet = { resourceTypes: ['main_frame'], requestMethods: ['get'] } as const

/**
 * The beginning of an expression that fits a site's login page. Its first group is the origin, on whichever of the rule's hosts, so that
 * sites of one form share it. Few letters and ranges of ASCII: Chrome allows an expression 2 KB once compiled, of which host and context path
 * cost their length. Where that is too much it begins with the very address, which costs nothing in front of the first group, and that is empty.
 * @see https://github.com/google/re2/blob/main/re2/regexp.h `RequiredPrefix`
 */
export function loginPattern(baseUrl: string): string {
  const { protocol, port, pathname } = new URL(baseUrl)
  if (isLong(baseUrl)) return `${literally(baseUrl)}login\\.action()`
  const scheme = protocol === 'https:' ? '[a-z]+s' : 'http'
  return `(${scheme}${hostPattern(baseUrl)}${port && `:${port}`})${literally(pathname)}login\\.action`
}

/** Whether an address is too long for an expression that tells it by its form: a label costs as much as five letters. */
export function isLong(baseUrl: string): boolean {
  const { hostname, port, pathname } = new URL(baseUrl)
  return 5 * hostname.split('.').length + port.length + pathname.length > 34
}

/** A text as an expression that fits nothing else. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * What fits an address from its scheme to its port, if the host has as many labels as that of this base URL. A rule's
 * `requestDomains` fit all names below them as well, which may be nobody's sites, or sites that are to be left alone: those have more.
 */
export function hostPattern(baseUrl: string): string {
  const { length } = new URL(baseUrl).hostname.split('.')
  // Up to the first dot nothing has to be told apart, and every range counts.
  return length === 1 ? '://[^./:]+' : `:[^.]+${'\\.[^./]+'.repeat(length - 2)}\\.[^./:]+`
}

/** The hosts of several base URLs, each once. */
export const domainsOf = (doors: readonly { readonly baseUrl: string }[]): readonly string[] => [
  ...new Set(doors.map(({ baseUrl }) => new URL(baseUrl).hostname)),
]

/** Gathers what has the same key, in order. */
export function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
