import type { WebRequest } from 'webextension-polyfill'
import { logoutPaths, pagePaths } from '../../hosts/paths'
import { doorOf } from '../../login-page/door'
import { routes } from '../../sso-apps/routes'
import { browser } from '../browser'
import { areDoors, readDoorsAt } from '../door-stores'
import { listen } from '../listen'
import { queue } from '../queue'
import { seeReturn } from './anew'
import { expectFromStart } from './arrivals'
import { type Describe, showDecision } from './badge'
import { note } from './journal'
import { keep, keepingAlarm, keepPauses, readKeeping } from './keeping'
import { stopLeaving } from './leaving'
import { hearAnswer, seeLogin, seeRedirect } from './logged-in'
import { hearPage } from './pages'
import { loginPaths, servletPaths } from './paths'
import { seeAhead, seeLoginPage, seeLogoutFromPage, seeVisit } from './visits'

const inTurn = queue()
const anywhere = (paths: readonly string[]) => paths.map((path) => `*://*/*${path}*`)
const doors = anywhere(pagePaths)
const logins = anywhere(loginPaths)
const [starts, callbacks] = [anywhere(routes.starts), anywhere(routes.callbacks)]

/**
 * Watches requests for login pages, and for the ways from and to them, on granted hosts, without holding any up: keeps the journal,
 * the destination and its `#anchor`, the hold-off after a logout, and the loop guard. Call synchronously at start-up, else no
 * event wakes the background.
 */
export function watchDoors(describe: Describe): void {
  const { onBeforeRequest, onHeadersReceived, onBeforeRedirect, onCompleted } = browser.webRequest
  const relisten = [
    listen(
      onBeforeRequest,
      { urls: doors, types: ['main_frame'] },
      (request) => inTurn(() => seeVisit(request)),
      (request) => inTurn(() => seeAhead(request)),
    ),
    listen(onBeforeRequest, { urls: anywhere(logoutPaths), types: ['xmlhttprequest', 'sub_frame', 'image'] }, (request) =>
      inTurn(() => seeLogoutFromPage(request)),
    ),
    listen(onHeadersReceived, { urls: doors, types: ['main_frame'] }, (request) => inTurn(() => seeLoginPage(request))),
    listen(onBeforeRequest, { urls: starts, types: ['main_frame'] }, (request) => inTurn(() => seeStart(request))),
    listen(onBeforeRequest, { urls: callbacks, types: ['main_frame'] }, (request) => inTurn(() => seeReturn(request))),
    listen(onBeforeRedirect, { urls: [...logins, ...anywhere(servletPaths)], types: ['main_frame'] }, (request) =>
      inTurn(() => seeRedirect(request)),
    ),
    listen(onCompleted, { urls: logins, types: ['xmlhttprequest'] }, seeAnswer),
    listen(onCompleted, { urls: doors, types: ['main_frame'] }, (request) => seePage(request, describe)),
  ]
  browser.permissions.onAdded.addListener(() => {
    for (const again of relisten) again()
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === keepingAlarm) void restoreKeeping()
  })
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ('standBacks' in changes || areDoors(changes))) void restoreKeeping()
  })
}

/** Session rules die with the browser and the extension; what they were made from may not have. They say last that a pause is over. */
export const restoreKeeping = (): Promise<void> => inTurn(() => keepPauses().finally(async () => keep(await readKeeping())))

async function seeStart(request: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  await stopLeaving(request)
  await expectFromStart(request)
}

/** A page that has an answer takes its time to lead on: others are not held up by it. */
async function seeAnswer(request: WebRequest.OnCompletedDetailsType): Promise<void> {
  const door = await hearAnswer(request)
  if (door) await inTurn(() => seeLogin(door, request))
}

/** The page takes its time to decide: others are not held up by it. */
async function seePage(request: WebRequest.OnCompletedDetailsType, describe: Describe): Promise<void> {
  const entry = await hearPage(request)
  if (!entry) return
  await inTurn(() => note(entry))
  await showDecision(entry, describe)
  const door = doorOf(request.url, await readDoorsAt(request.url))
  if (!door) return
  const { askDue, learnFrom } = (await import('../second-script')).discovering
  await learnFrom(entry, door.baseUrl)
  await askDue(door.baseUrl)
}
