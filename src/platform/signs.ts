import { hosts } from '../hosts'
import type { Signs } from '../login-page/signs'
import { ssoApps } from '../sso-apps'
import { doorPaths } from './watch/paths'

const marks = ssoApps.flatMap((app) => app.marks)
/** What depends on the rest of a page names its own element. */
const isOfPage = (mark: string): boolean => mark.startsWith('html')
const own = marks.filter((mark) => !isOfPage(mark))

/** By what pages of all products are recognised. */
export const signs: Signs = {
  hosts,
  apps: ssoApps,
  doorPaths,
  submit: hosts.flatMap(({ submit }) => submit).join(),
  // Nearly every element of a page fails at what stands first.
  appMark: [`:is([href*="servlet/"], [onclick*="servlet/"], [id]):is(${own}):not(#latchkey-offer a)`, ...marks.filter(isOfPage)].join(),
}
