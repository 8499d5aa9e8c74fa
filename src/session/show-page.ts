import { type Problem, type ProblemCode, ProblemError } from '../problem'
import type { Flow } from './flow'
import { isBusy } from './get-json'
import type { Look } from './look'
import type { PageSeen } from './ports'

/** Problems behind which a page may stand that says more. */
const vague: readonly ProblemCode[] = ['sign-in-cancelled', 'sign-in-page-failed', 'sign-in-broke-off']

/** Problems with which the person has seen nothing. */
const unseen: readonly ProblemCode[] = ['sign-in-page-failed', 'login-required']

/**
 * Shows a sign-in page and gives the address that ended it. What is wrong with a page that never comes back is noticed while it is
 * shown, and is the reason when it is closed. Rejects with a ProblemError.
 */
export async function showPage(url: string, interactive: boolean, { ready, ...flow }: Flow & Pick<Look, 'ready'>): Promise<string> {
  let isShown = false
  let wrong: Problem | undefined
  const onPage = (page: PageSeen) => {
    wrong = problemOf(page, flow, isShown)
    isShown ||= !wrong
    flow.ports.noticed(wrong)
  }
  return flow.ports.openAuthWindow(url, { interactive, onPage, ready }).catch(async (error: unknown) => {
    const code = error instanceof ProblemError ? error.problem.code : undefined
    if (code && unseen.includes(code)) await ready()
    throw wrong && code && vague.includes(code) ? new ProblemError(wrong, { cause: error }) : error
  })
}

function problemOf(page: PageSeen, { provider, about }: Flow, isShown: boolean): Problem | undefined {
  const { host: domain, origin: address } = new URL(page.url)
  const { status = 0, failed } = page
  if (failed) return failed === 'no-such-host' ? { code: 'domain-not-found', domain } : { code: 'provider-unreachable', address }
  if (status < 400) return undefined
  const known = provider.pageProblem(page, about)
  if (known) return known
  if (isBusy(status)) return { code: 'provider-busy', address, status }
  if (isShown) return { code: 'sign-in-broke-off', domain }
  return { code: 'sign-in-page-failed', domain, status, callback: about.callback, clientId: about.settings.clientId }
}
