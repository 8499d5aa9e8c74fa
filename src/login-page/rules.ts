import { allow, allowances } from './allowances'
import { attemptMark } from './attempt'
import { type Door, startAddress } from './door'
import { byKey, type Draft, domainsOf, hostPattern, isLong, loginPattern, mainFrameGet, numbered, priority, type Rule } from './rule'

/**
 * Whether the address alone decides on this site's login page: an immediate redirect whose start is known. It does so only for
 * an address that says where the person wanted to go: some SSO apps end a logout on the bare login page, and nobody may be signed
 * straight back in.
 */
export const isRuled = (door: Pick<Door, 'enabled' | 'onLoginPage' | 'delaySeconds' | 'start' | 'serverRedirects'>): boolean =>
  door.enabled && door.onLoginPage === 'redirect' && door.delaySeconds === 0 && door.start !== undefined && !door.serverRedirects

/**
 * The decision table's immediate redirects as the browser's own rules. Sites that differ in nothing but the host share one regular
 * expression, and no site needs more than one; arrivals need two for each number of labels in a host. Of 1,000 that browsers allow, 500
 * sites use some 510 at most. `servlets` are, app by app, the paths below a base URL on which the SSO apps that we know start and take
 * people back in.
 */
export function rulesFor(doors: readonly Door[], servlets: Servlets): readonly Rule[] {
  const ruled = doors.filter(isRuled)
  if (ruled.length === 0) return []
  return numbered([...[...byKey(ruled, shapeOf).values()].flatMap(redirects), ...allowances(ruled), ...arrivals(ruled, servlets)])
}

type Servlets = readonly (readonly string[])[]

const shapeOf = ({ baseUrl, start, relayState }: Door) => JSON.stringify([loginPattern(baseUrl), start, relayState])

/**
 * A path as the query of a login page carries it: one slash, then a letter or digit, so that no decoding makes a second slash, and
 * nothing but what is the same when it is decoded once. Java escapes whatever else there is, and `allowances` takes out the escapes
 * that this leaves in.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLEncoder.html
 */
const safeValue = '((?:%2[Ff]|/)[0-9A-Za-z](?:[--:=-Z_-z*]|%[2-7])*)'

/** To the end, since Chrome replaces only what an expression has matched. */
const rest = '(?:&[!-"$-~]*)?(?:#([!-~]*))?$'

function redirects(doors: readonly Door[]): readonly Draft[] {
  const [door] = doors
  if (!door?.start) return []
  const { origin } = new URL(door.baseUrl)
  const path = door.relayState ? pathTo(door, door.relayState) : door.start.replace('{destination}', '\\2')
  return [
    {
      priority: priority.destination,
      condition: {
        regexFilter: `^${loginPattern(door.baseUrl)}[!-"$-~]*[?&](?:os_)?destination=${safeValue}${rest}`,
        requestDomains: domainsOf(doors),
        isUrlFilterCaseSensitive: true,
        ...mainFrameGet,
      },
      action: { type: 'redirect', redirect: { regexSubstitution: `${isLong(door.baseUrl) ? origin : ''}\\1${path}${attemptMark}\\3` } },
    },
  ]
}

const pathTo = (door: Door, destination: string): string => {
  const url = new URL(startAddress(door.start ?? '', door.baseUrl, destination))
  return `${url.pathname}${url.search}`
}

/** Takes the mark of an attempt off the page at which it ends, which is any but a login page and the SSO app's own. */
function arrivals(doors: readonly Door[], servlets: Servlets): readonly Draft[] {
  const ways = doors.flatMap((door) => waysOf(door, servlets).map((path) => ({ ...door, path })))
  // A path ends at a "^", which takes the mark's "#" for itself where there is no query.
  const onTheWay = [...byKey(ways, ({ path }) => path)].map(([path, those]) =>
    allow(domainsOf(those), `${path}*${attemptMark.slice(1)}`, priority.onTheWay),
  )
  const byHost = byKey(doors, ({ baseUrl }) => hostPattern(baseUrl))
  return [...onTheWay, ...[...byHost].flatMap(([host, those]) => unmarked(host, domainsOf(those)))]
}

/** The paths at which a login is under way. Of an app that nobody knows that may be any servlet. */
function waysOf({ start = '', baseUrl }: Door, servlets: Servlets): readonly string[] {
  const { pathname } = new URL(baseUrl)
  const own = servlets.find((those) => those.some((path) => start.startsWith(`${pathname}${path}`)))
  return own ? own.map((path) => `/${path}${path.endsWith('/') ? '' : '^'}`) : [start.replace(/[?{].*/, ''), '/plugins/servlet/']
}

/** An address without the mark, with its anchor and without. */
const unmarked = (host: string, requestDomains: readonly string[]): readonly Draft[] =>
  [
    ['', '\\1'],
    ['(.+)', '\\1#\\2'],
  ].map(([anchor, regexSubstitution = '']) => ({
    priority: priority.arrived,
    condition: { regexFilter: `^([a-z]+${host}[:/][^#]*)${attemptMark}${anchor}$`, requestDomains, ...mainFrameGet },
    action: { type: 'redirect', redirect: { regexSubstitution } },
  }))
