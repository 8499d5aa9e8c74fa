import type { Figure, Orders } from '../report/measurement'
import { configureSites } from '../setting/sites'
import { loginPath } from './floors'
import type { RedirectScene } from './scene'
import { follow } from './times'

/** So many visits, half of them with a sleeping worker. */
const visits = 50

/** How often a login page is asked for or painted on the way to SSO; with a robot's visits beside, to see that painting is noticed. */
export async function loginPagesAsked(
  { driver, wikis: { ours, robot } }: RedirectScene,
  where: string,
  { tell }: Orders,
): Promise<readonly Figure[]> {
  await configureSites(driver, 1, { onLoginPage: 'redirect' })
  const visit = (wiki: typeof ours) => follow(driver, wiki, `https://${wiki.host}/confluence/${loginPath}`)
  const before = { ours: { ...ours.login }, robot: { ...robot.login } }
  for (const wiki of [ours, robot]) wiki.delay = 0
  for (let count = 0; count < visits; count += 1) {
    if (count === visits / 2) tell('login pages asked for, from here on with a sleeping worker')
    if (count >= visits / 2) await driver.killWorker()
    await visit(ours)
  }
  for (let count = 0; count < 5; count += 1) await visit(robot)
  const painted = robot.login.painted - before.robot.painted
  if (painted === 0) throw new Error(`${where}: a robot’s login pages were painted unseen, so that seeing none proves nothing`)
  return [
    {
      what: `Requests for the login page in ${visits} visits`,
      where,
      unit: 'times',
      value: ours.login.asked - before.ours.asked,
      atMost: 0,
    },
    { what: `Login pages painted in ${visits} visits`, where, unit: 'times', value: ours.login.painted - before.ours.painted, atMost: 0 },
  ]
}
