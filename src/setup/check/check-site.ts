import type { CheckPorts, Subject } from './context'
import * as site from './site-steps'
import type { Steps } from './steps'

/** Checks the site. Gives the id of its SSO app, where that was found. */
export async function checkSite(subject: Subject, ports: CheckPorts, { run, leave }: Steps): Promise<string | undefined> {
  const one = subject.site
  if (!one) return undefined
  if (!(await run('grants', () => site.grants(one, ports)))) return void leave('address', 'pool', 'needs-earlier')
  const isThere = await run('address', async () => site.address(one, await ports.get(one.baseUrl)))
  if (!isThere) return void leave('confluence', 'pool', 'needs-earlier')
  await run('confluence', () => site.confluence(one, ports))
  let seen: site.AppSeen = {}
  const isKnown = await run('app', async () => {
    seen = await site.lookForApp(one, ports)
    return site.appFound(seen)
  })
  if (!isKnown) return void leave('app-settings', 'pool', 'needs-earlier')
  await run('app-settings', () => site.appSettings(one, seen))
  await run('start', () => site.start(one, subject, ports))
  return seen.app
}
