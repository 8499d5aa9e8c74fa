import { browser } from './browser'
import { originOf } from './grants'

const seconds = 1000

/**
 * Asks a sign-in address without cookies, to learn what a person would see: browsers hide an error page from us and Chrome from
 * the person too. Undefined where the host was not granted or nothing answered, which is then found out in the window.
 */
export async function preflight(url: string): Promise<{ readonly status: number; readonly url: string } | undefined> {
  if (!(await browser.permissions.contains({ origins: [originOf(url)] }))) return undefined
  const answer = await fetch(url, { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(5 * seconds) }).catch(
    () => undefined,
  )
  await answer?.body?.cancel()
  return answer && { status: answer.status, url: answer.url }
}
