import { checkPool } from './check-pool'
import { checkSite } from './check-site'
import { clock, type Times } from './clock'
import type { CheckPorts, Subject } from './context'
import { type Listener, stepsBefore } from './steps'

/**
 * Checks a connection step by step. Never rejects, changes nothing, and signs nobody in unless the subject says so; a step that
 * depends on one that failed is left out.
 */
export async function check(subject: Subject, ports: CheckPorts, listener: Listener): Promise<void> {
  const steps = stepsBefore(subject, listener)
  const told: Times[] = []
  const hear = (there: number | undefined) => {
    if (there !== undefined) told.push({ here: ports.now(), there })
  }
  const get: CheckPorts['get'] = async (address) => {
    const visit = await ports.get(address)
    if ('status' in visit) hear(visit.serverTime)
    return visit
  }
  const app = await checkSite(subject, { ...ports, get }, steps)
  await checkPool(subject, ports, { ...steps, app, hear })
  await steps.run('clock', () => clock(told))
}
