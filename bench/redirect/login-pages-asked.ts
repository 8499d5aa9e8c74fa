import type { Driver } from '../../test/e2e/driver/driver'
import { until } from '../../test/e2e/driver/until'
import type { Figure, Orders } from '../report/measurement'
import { configureSites } from '../setting/sites'
import { loginPath } from './floors'
import type { RedirectScene } from './scene'
import type { TimedWiki } from './timed-wiki'
import { follow } from './times'

/** So many visits, half of them with a sleeping worker. */
const visits = 50

/** How often a login page is asked for or painted on the way to SSO; beside a login page that stays, to see that painting is noticed. */
export async function loginPagesAsked(
  { driver, wikis: { ours, straight } }: RedirectScene,
  where: string,
  { tell }: Orders,
): Promise<readonly Figure[]> {
  await configureSites(driver, 1, { onLoginPage: 'redirect' })
  const before = { ...ours.login }
  ours.delay = 0
  for (let count = 0; count < visits; count += 1) {
    if (count === visits / 2) tell('login pages asked for, from here on with a sleeping worker')
    if (count >= visits / 2) await driver.killWorker()
    await follow(driver, ours, loginPageOf(ours))
  }
  await untilPainted(driver, straight)
  return [
    {
      what: `Requests for the login page in ${visits} visits`,
      where,
      unit: 'times',
      value: ours.login.asked - before.asked,
      atMost: 0,
    },
    { what: `Login pages painted in ${visits} visits`, where, unit: 'times', value: ours.login.painted - before.painted, atMost: 0 },
  ]
}

const loginPageOf = ({ host }: TimedWiki): string => `https://${host}/confluence/${loginPath}`

/** Opens a login page from which nobody is redirected, and waits until it has told that it was painted. */
async function untilPainted(driver: Driver, wiki: TimedWiki): Promise<void> {
  const { painted } = wiki.login
  const page = await driver.page()
  await page.goto(loginPageOf(wiki))
  await until('a login page to tell that it was painted', async () => wiki.login.painted > painted)
  await page.close()
}
