import { attemptMark } from './attempt'
import { afterwards } from './bypass'
import { type Door, startAddress } from './door'

/** A `declarativeNetRequest` rule as this module makes it. @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest */
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

/** Later letters of a priority win over earlier ones; `allow` leaves the decision to the content script. */
const priority = { arrived: 1, destination: 1, onTheWay: 2, osDestination: 2, odd: 3, relay: 4, tried: 5, asked: 10, heldOff: 20 } as const

const mainFrameGet = { resourceTypes: ['main_frame'], requestMethods: ['get'] } as const

/**
 * Whether the address alone decides on this site's login page: an immediate redirect whose start is known. It does so only for
 * an address that says where the person wanted to go: some SSO apps end a logout on the bare login page, and nobody may be signed
 * straight back in.
 */
export const isRuled = (door: Pick<Door, 'enabled' | 'onLoginPage' | 'delaySeconds' | 'start' | 'serverRedirects'>): boolean =>
  door.enabled && door.onLoginPage === 'redirect' && door.delaySeconds === 0 && door.start !== undefined && !door.serverRedirects

/**
 * The decision table's immediate redirects as the browser's own rules. Sites that differ in nothing but the host share
 * their rules, so that hundreds of them stay far below the limit of 1,000 regular expressions.
 */
export function rulesFor(doors: readonly Door[]): readonly Rule[] {
  const ruled = doors.filter(isRuled)
  if (ruled.length === 0) return []
  const shapes = new Map<string, Door[]>()
  for (const door of ruled) shapes.set(shapeOf(door), [...(shapes.get(shapeOf(door)) ?? []), door])
  const drafts = [...[...shapes.values()].flatMap(redirects), ...allowances(ruled), ...arrivals(ruled)]
  return drafts.map((draft, index) => ({ id: index + 1, ...draft }))
}

/** The rule that leaves a site's login page alone for a while, for one tab or for all. */
export const standBackRule = (door: Pick<Door, 'baseUrl'>, id: number, tabId?: number): Rule => ({
  id,
  priority: priority.heldOff,
  condition: { urlFilter: `|${door.baseUrl}login.action`, ...(tabId !== undefined && { tabIds: [tabId] }), ...mainFrameGet },
  action: { type: 'allow' },
})

/** The rule that marks a site's login page in one tab as the end of an attempt, where it says what was asked for; the mark lets it through. */
export const triedRule = (door: Pick<Door, 'baseUrl'>, id: number, tabId: number): Rule => ({
  id,
  priority: priority.tried,
  condition: {
    regexFilter: `^(${escaped(`${door.baseUrl}login.action`)}\\?(?:[^#]*&)?(?:os_)?destination=[^#]*)(?:#(.*))?$`,
    tabIds: [tabId],
    ...mainFrameGet,
  },
  action: { type: 'redirect', redirect: { regexSubstitution: `\\1${attemptMark}\\2` } },
})

/** The rule that gives a page its `#anchor` back: the fragment never reaches a server, so no server can. */
export const anchorRule = (page: string, fragment: string, { id, tabId }: { id: number; tabId: number }): Rule => ({
  id,
  priority: priority.destination,
  condition: { urlFilter: `|${page}|`, isUrlFilterCaseSensitive: true, tabIds: [tabId], ...mainFrameGet },
  action: { type: 'redirect', redirect: { transform: { fragment } } },
})

type Draft = Omit<Rule, 'id'>
const shapeOf = ({ baseUrl, start, relayState }: Door) => {
  const { protocol, port, pathname } = new URL(baseUrl)
  return JSON.stringify([protocol, port, pathname, start, relayState])
}

/**
 * A path as the query of a login page carries it: one slash, then a letter or digit, so that no decoding makes a second slash.
 * Addresses are ASCII, and ranges of it compile to little: Chrome allows an expression 2 KB.
 */
const safeValue = String.raw`((?:%2[Ff]|/)\w[!-"$%'-~]*)`
const rest = '(?:&[!-"$-~]*)?(?:#(.*))?$'
/** Escapes that a destination is refused for, once or twice encoded: such an address is for the decision table to judge. */
const oddEscapes = ['%0', '%1', '%7f', '%250', '%251', '%257f', '%2525']

function redirects(doors: readonly Door[]): readonly Draft[] {
  const [door] = doors
  if (!door?.start) return []
  const { protocol, port, pathname } = new URL(door.baseUrl)
  const requestDomains = [...new Set(doors.map(({ baseUrl }) => new URL(baseUrl).hostname))]
  const login = `^(${protocol}//[\\w.-]+${port && `:${port}`})${escaped(pathname)}login\\.action`
  const rule = (regexFilter: string, path: string, priority: number): Draft => ({
    priority,
    condition: { regexFilter, requestDomains, isUrlFilterCaseSensitive: true, ...mainFrameGet },
    action: { type: 'redirect', redirect: { regexSubstitution: `\\1${path}` } },
  })
  const asked = (name: string, value: string) => `${login}\\?(?:[!-"$-~]*?&)?${name}=${value}${rest}`
  if (door.relayState) {
    const fixed = `${pathTo(door, door.relayState)}${attemptMark}\\2`
    return [rule(asked('(?:os_)?destination', '[!-"$%\'-~]*'), fixed, priority.relay)]
  }
  const wanted = `${door.start.replace('{destination}', '\\2')}${attemptMark}\\3`
  return [
    rule(asked('destination', safeValue), wanted, priority.destination),
    rule(asked('os_destination', safeValue), wanted, priority.osDestination),
  ]
}

const pathTo = (door: Door, destination: string): string => {
  const url = new URL(startAddress(door.start ?? '', door.baseUrl, destination))
  return `${url.pathname}${url.search}`
}

/** Takes the mark of an attempt off the page at which it ends, which is any but a login page and the SSO app's own. */
function arrivals(doors: readonly Door[]): readonly Draft[] {
  const requestDomains = domainsOf(doors)
  const starts = new Set(doors.map(({ start = '' }) => start.replace(/[?{].*$/, '')))
  const onTheWay = ['/plugins/servlet/', ...starts].map((path) => allow(requestDomains, `${path}*${attemptMark}`, priority.onTheWay))
  const page = (condition: object, redirect: Extract<Rule['action'], { type: 'redirect' }>['redirect']): Draft => ({
    priority: priority.arrived,
    condition: { ...condition, requestDomains, ...mainFrameGet },
    action: { type: 'redirect', redirect },
  })
  return [
    ...onTheWay,
    page({ urlFilter: `${attemptMark}|` }, { transform: { fragment: '' } }),
    page({ regexFilter: `^([^#]*)${attemptMark}(.+)$` }, { regexSubstitution: '\\1#\\2' }),
  ]
}

const domainsOf = (doors: readonly Door[]) => [...new Set(doors.map(({ baseUrl }) => new URL(baseUrl).hostname))]
const allow = (requestDomains: readonly string[], urlFilter: string, priority: number): Draft => ({
  priority,
  condition: { urlFilter, requestDomains, ...mainFrameGet },
  action: { type: 'allow' },
})

function allowances(doors: readonly Door[]): readonly Draft[] {
  const requestDomains = domainsOf(doors)
  const contexts = new Set(doors.map(({ baseUrl }) => new URL(baseUrl).pathname.split('/')[1] ?? '').filter(Boolean))
  const asked = new Set([...afterwards, ...doors.flatMap(({ bypass }) => bypass)])
  return [
    ...[...contexts].flatMap((context) =>
      ['%2F', '/'].map((slash) => allow(requestDomains, `/login.action?*destination=${slash}${context}`, priority.odd)),
    ),
    ...oddEscapes.map((odd) => allow(requestDomains, `/login.action?*destination=*${odd}`, priority.odd)),
    allow(requestDomains, '/login.action?*destination=*&os_destination=', priority.odd),
    allow(requestDomains, '/login.action?*destination=*&destination=', priority.odd),
    allow(requestDomains, `/login.action*${attemptMark}`, priority.asked),
    ...[...asked].map((parameter) => allow(requestDomains, `/login.action*^${parameter}^`, priority.asked)),
  ]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
