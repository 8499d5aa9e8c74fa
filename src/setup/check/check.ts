import { problemOf } from '../../problem'
import { clock } from './clock'
import type { CheckPorts, Subject } from './context'
import * as pool from './pool-steps'
import { failed, type Result, skipped, type Visit } from './result'
import * as signIn from './sign-in-steps'
import * as site from './site-steps'

/** The steps of a connection check, in their order. */
const siteSteps = ['grants', 'address', 'confluence', 'app', 'app-settings', 'start'] as const
const poolSteps = ['pool', 'discovery', 'issuer', 'domain', 'keys', 'client', 'scopes'] as const
const signInSteps = ['sign-in', 'token', 'signature', 'userinfo'] as const
export type StepName =
  | (typeof siteSteps)[number]
  | (typeof poolSteps)[number]
  | (typeof signInSteps)[number]
  | 'claims'
  | 'logout'
  | 'clock'

/** The steps that a check of this subject takes. */
export const stepsOf = ({ site, pool }: Subject): readonly StepName[] => [
  ...(site ? siteSteps : []),
  ...(pool || site ? poolSteps : []),
  ...(pool ? signInSteps : []),
  ...(site && pool ? (['claims'] as const) : []),
  ...(pool ? (['logout'] as const) : []),
  ...(site ? (['clock'] as const) : []),
]

/** Hears that a step begins, and how it ended. */
export interface Listener {
  begins(step: StepName): void
  ends(step: StepName, result: Result): void
}

/**
 * Checks a connection step by step. Never rejects, changes nothing, and signs nobody in unless the subject says so; a step that
 * depends on one that failed is left out.
 */
export async function check(subject: Subject, ports: CheckPorts, listener: Listener): Promise<void> {
  const run = async (step: StepName, work: () => Promise<Result> | Result): Promise<boolean> => {
    listener.begins(step)
    const result = await Promise.resolve()
      .then(work)
      .catch((error: unknown) => failed(problemOf(error)))
    listener.ends(step, result)
    return result.outcome === 'passed'
  }
  const leave = (steps: readonly StepName[], because: Parameters<typeof skipped>[0]) => {
    for (const step of steps) listener.ends(step, skipped(because))
  }
  const visits: Visit[] = []
  const heard: CheckPorts = { ...ports, get: async (address) => noted(visits, await ports.get(address)) }
  const app = await checkSite(subject, heard, { run, leave })
  await checkPool(subject, heard, { run, leave }, app)
  if (subject.site) await run('clock', () => clock(visits))
}

function noted<T>(list: T[], item: T): T {
  list.push(item)
  return item
}

interface Steps {
  readonly run: (step: StepName, work: () => Promise<Result> | Result) => Promise<boolean>
  readonly leave: (steps: readonly StepName[], because: Parameters<typeof skipped>[0]) => void
}

/** Gives the id of the SSO app that was found. */
async function checkSite(subject: Subject, ports: CheckPorts, { run, leave }: Steps): Promise<string | undefined> {
  const one = subject.site
  if (!one) return undefined
  const isGranted = await run('grants', () => site.grants(one, ports))
  const isThere = isGranted && (await run('address', async () => site.address(one, await ports.get(one.baseUrl))))
  if (!isThere) {
    leave(siteSteps.slice(isGranted ? 2 : 1), 'needs-earlier')
    return undefined
  }
  await run('confluence', () => site.confluence(one, ports))
  let seen: site.AppSeen = {}
  const isKnown = await run('app', async () => {
    seen = await site.lookForApp(one, ports)
    return site.appFound(seen)
  })
  if (isKnown) await run('app-settings', () => site.appSettings(one, seen))
  if (isKnown) await run('start', () => site.start(one, subject, ports))
  else leave(['app-settings', 'start'], 'needs-earlier')
  return seen.app
}

async function checkPool(subject: Subject, ports: CheckPorts, { run, leave }: Steps, app: string | undefined): Promise<void> {
  const { pool: one, site } = subject
  const all = stepsOf(subject).filter((step) => !(siteSteps as readonly string[]).includes(step) && step !== 'clock')
  if (!one) return leave(all, 'no-pool')
  if (!(await run('pool', () => pool.settings(one)))) return leave(all.slice(1), 'needs-earlier')
  let found: pool.Published | undefined
  const tell = async () => {
    found ??= await pool.published(one)
    return found
  }
  await run('discovery', async () => (await tell()).discovery)
  await run('issuer', async () => (await tell()).issuer)
  await run('domain', async () => (await tell()).domain)
  const metadata = found?.metadata
  if (!metadata) return leave(all.slice(all.indexOf('keys')), 'needs-earlier')
  await run('keys', () => pool.keys(metadata, ports))
  let answered: pool.Authorization | undefined
  const client = await run('client', async () => {
    answered = await pool.authorization(one, metadata, ports)
    return answered.client
  })
  await run('scopes', () => answered?.scopes ?? skipped('needs-earlier'))
  const isRefused = !client && answered?.client.outcome === 'failed'
  await checkSignIn(subject, ports, { run, leave }, { one, metadata, isRefused, ...(app && { app }) })
  await run('logout', () => pool.logout(one, site, ports))
}

interface SignInFacts {
  readonly one: pool.Pool
  readonly metadata: NonNullable<pool.Published['metadata']>
  readonly isRefused: boolean
  readonly app?: string
}

async function checkSignIn(subject: Subject, ports: CheckPorts, { run, leave }: Steps, facts: SignInFacts): Promise<void> {
  const { one, metadata, isRefused, app } = facts
  const { site } = subject
  const steps: readonly StepName[] = [...signInSteps, ...(site ? (['claims'] as const) : [])]
  if (!subject.withSignIn) return leave(steps, 'no-sign-in')
  if (isRefused) return leave(steps, 'needs-earlier')
  let trial: Awaited<ReturnType<CheckPorts['trySignIn']>> | undefined
  let judged: signIn.SignedIn | undefined
  await run('sign-in', async () => {
    trial = await ports.trySignIn(one.settings.id)
    judged = signIn.signedIn(trial, one.settings, metadata)
    return judged.signIn
  })
  if (!trial || !judged) return leave(steps.slice(1), 'needs-earlier')
  const { token, signature, userInfo } = judged
  await run('token', () => token)
  await run('signature', () => signature)
  await run('userinfo', () => userInfo)
  const done = trial
  if (site) await run('claims', () => signIn.claims(site, app, done, ports))
}
