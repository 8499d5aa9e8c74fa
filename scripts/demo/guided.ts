import type { Driver } from '../../test/e2e/driver/driver'
import { until } from '../../test/e2e/driver/until'
import type { DemoWorld } from '../../test/stand-ins/demo'
import { configure } from './configure'
import type { Steps } from './steps'

/** The same path with a person at the keyboard: opens the page, says what to do, and tells what it sees. Ends with the browser. */
export async function guided(driver: Driver, demo: DemoWorld, steps: Steps): Promise<void> {
  await steps.step('Latchkey configured', () => configure(driver, demo.settings))
  await Promise.race([driver.closed, told(driver, demo, steps)])
  await driver.closed
}

async function told(driver: Driver, { deepLink, person, world, domain }: DemoWorld, { step, say }: Steps): Promise<void> {
  const tab = await driver.page()
  await driver.putAwayDesk()
  await step('A restricted page asked for: through SSO to the sign-in page', () => tab.goto(deepLink))
  say(`\n  Sign in as  ${person.username}  with the password  ${person.password}\n`)
  await step('Landed on the very page and anchor', () => untilPerson(deepLink, async () => tab.url() === deepLink))
  const before = world.visits.length
  say("\n  Now press Latchkey's key in the toolbar (or behind its puzzle piece), then “Show my claims”: no password is asked for.\n")
  const tokenSeen = async () =>
    world.visits.slice(before).some(({ host, path, status }) => host === domain && path === '/oauth2/token' && status === 200)
  await step('Signed in by PKCE', () => untilPerson('the sign-in', tokenSeen))
  say('\n  The popup shows the verified claims. Close the browser, or press Ctrl-C, when you have seen enough.')
}

/** A person takes the time that they take. */
const untilPerson = (what: string, probe: () => Promise<boolean>) => until(what, probe, Number.POSITIVE_INFINITY)
