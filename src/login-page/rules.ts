import { allow, allowances } from './allowances'
import { attemptMark } from './attempt'
import { type Door, startAddress } from './door'
import { basePattern, byKey, type Draft, domainsOf, mainFrameGet, priority, type Rule } from './rule'

/**
 * Whether the address alone decides on this site's login page: an immediate redirect whose start is known. It does so only for
 * an address that says where the person wanted to go: some SSO apps end a logout on the bare login page, and nobody may be signed
 * straight back in.
 */
export const isRuled = (door: Pick<Door, 'enabled' | 'onLoginPage' | 'delaySeconds' | 'start' | 'serverRedirects'>): boolean =>
  door.enabled && door.onLoginPage === 'redirect' && door.delaySeconds === 0 && door.start !== undefined && !door.serverRedirects

/**
 * The decision table's immediate redirects as the browser's own rules. Sites that differ in nothing but the host share one regular
 * expression, and no site needs more than one: of 1,000 that browsers allow, 500 sites use 501 at most.
 */
export function rulesFor(doors: readonly Door[]): readonly Rule[] {
  const ruled = doors.filter(isRuled)
  if (ruled.length === 0) return []
  const drafts = [...[...byKey(ruled, shapeOf).values()].flatMap(redirects), ...allowances(ruled), ...arrivals(ruled)]
  return drafts.map((draft, index) => ({ id: index + 1, ...draft }))
}

const shapeOf = ({ baseUrl, start, relayState }: Door) => JSON.stringify([basePattern(baseUrl), start, relayState])

/**
 * A path as the query of a login page carries it: one slash, then a letter or digit, so that no decoding makes a second slash, and
 * nothing but what is the same when it is decoded once. `allowances` takes out the escapes that this leaves in.
 */
const safeValue = "((?:%2[Ff]|/)[0-Za-z](?:[!'-*--:=-Z_-z~]|%[2-7])*)"

/** To the end, since Chrome replaces only what an expression has matched. */
const rest = '(?:&[!-"$-~]*)?(?:#([!-~]*))?$'

function redirects(doors: readonly Door[]): readonly Draft[] {
  const [door] = doors
  if (!door?.start) return []
  const value = door.relayState ? '([!-"$%\'-~]*)' : safeValue
  const path = door.relayState ? pathTo(door, door.relayState) : door.start.replace('{destination}', '\\2')
  return [
    {
      priority: door.relayState ? priority.relay : priority.destination,
      condition: {
        regexFilter: `^${basePattern(door.baseUrl)}login\\.action[!-"$-~]*[?&](?:os_)?destination=${value}${rest}`,
        requestDomains: domainsOf(doors),
        isUrlFilterCaseSensitive: true,
        ...mainFrameGet,
      },
      action: { type: 'redirect', redirect: { regexSubstitution: `\\1${path}${attemptMark}\\3` } },
    },
  ]
}

const pathTo = (door: Door, destination: string): string => {
  const url = new URL(startAddress(door.start ?? '', door.baseUrl, destination))
  return `${url.pathname}${url.search}`
}

/** Takes the mark of an attempt off the page at which it ends, which is any but a login page and the SSO app's own. */
function arrivals(doors: readonly Door[]): readonly Draft[] {
  const requestDomains = domainsOf(doors)
  const starts = byKey(doors, ({ start = '' }) => start.replace(/[?{].*$/, ''))
  const onTheWay = [['/plugins/servlet/', doors] as const, ...starts].map(([path, those]) =>
    allow(domainsOf(those), `${path}*${attemptMark}`, priority.onTheWay),
  )
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
