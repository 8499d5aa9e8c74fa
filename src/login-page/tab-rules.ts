import { attemptMark } from './attempt'
import type { Door } from './door'
import { type Draft, literally, mainFrameGet, priority, type Rule } from './rule'

/** Another wiki of the same host may have a context path that differs in its case alone. */
const exactly = { isUrlFilterCaseSensitive: true, ...mainFrameGet }

/** The rule that leaves a site's login page alone for a while, for one tab or for all. */
export const standBackRule = (door: Pick<Door, 'baseUrl'>, tabId?: number): Draft => ({
  priority: priority.heldOff,
  condition: { urlFilter: `|${door.baseUrl}login.action`, ...(tabId !== undefined && { tabIds: [tabId] }), ...exactly },
  action: { type: 'allow' },
})

/** The rule that marks a site's login page in one tab as the end of an attempt, where it says what was asked for. It goes with `markedRule`. */
export const triedRule = ({ baseUrl }: Pick<Door, 'baseUrl'>, tabId: number): Draft => ({
  priority: priority.tried,
  condition: {
    regexFilter: `^${literally(baseUrl)}login\\.action([!-"$-~]*destination=[!-"$-~]*)#?([!-~]*)$`,
    tabIds: [tabId],
    ...exactly,
  },
  action: { type: 'redirect', redirect: { regexSubstitution: `${baseUrl}login.action\\1${attemptMark}\\2` } },
})

/** The rule that lets a marked login page through, without which `triedRule` would mark it for ever. */
export const markedRule = ({ baseUrl }: Pick<Door, 'baseUrl'>, tabId: number): Draft => ({
  priority: priority.asked,
  condition: { urlFilter: `|${baseUrl}login.action*${attemptMark}`, tabIds: [tabId], ...exactly },
  action: { type: 'allow' },
})

/** The rule that gives a page its `#anchor` back: the fragment never reaches a server, so no server can. */
export const anchorRule = (page: string, fragment: string, tabId: number): Draft => ({
  priority: priority.destination,
  condition: { ...veryPage(page), tabIds: [tabId], ...exactly },
  action: { type: 'redirect', redirect: { transform: { fragment } } },
})

/** Filters cost none of the 1,000 expressions that a browser allows, but read some letters as more than themselves. */
const veryPage = (page: string): Pick<Rule['condition'], 'urlFilter' | 'regexFilter'> =>
  /[*^|]/.test(page) ? { regexFilter: `^${literally(page)}$` } : { urlFilter: `|${page}|` }
