import { type Problem, ProblemError } from '../problem'
import { browser } from './browser'

/** The address at which sign-in ends in this browser; it has to be registered at the app client to the letter. */
export const redirectAddress = (): string => browser.identity.getRedirectURL()

/** Shows a sign-in page and resolves to the address that ended it. Rejects with a ProblemError. */
export async function openAuthWindow(url: string, { interactive }: { readonly interactive: boolean }): Promise<string> {
  try {
    return await browser.identity.launchWebAuthFlow({ url, interactive })
  } catch (error) {
    throw new ProblemError(problemOf(error instanceof Error ? error.message : String(error), new URL(url)), { cause: error })
  }
}

/**
 * What the browsers' texts mean; neither gives codes.
 * @see https://developer.chrome.com/docs/extensions/reference/api/identity#method-launchWebAuthFlow
 */
function problemOf(message: string, url: URL): Problem {
  if (/did not approve|cancelled or denied|user interaction/i.test(message)) return { code: 'sign-in-cancelled' }
  if (/only one web auth flow/i.test(message)) return { code: 'sign-in-busy' }
  if (/could not be loaded|timed out|context has been shut down/i.test(message)) {
    return { code: 'sign-in-page-failed', domain: url.host, callback: redirectAddress(), clientId: url.searchParams.get('client_id') ?? '' }
  }
  return { code: 'unexpected', message }
}
