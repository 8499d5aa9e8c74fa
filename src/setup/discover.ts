import type { KnownApp } from '../login-page/door-of-site'
import type { Failure, JsonAnswer } from './reply'

/** One question that a site may answer about its SSO app. */
export interface Question {
  /** Id of the app that answers. */
  readonly ssoApp: string
  /** Relative to the base URL. */
  readonly path: string
  /** The answer as facts; `switched-off` where the app is there but is not in use; undefined where it is not this app's answer. */
  read(answer: unknown, baseUrl: string): KnownApp | 'switched-off' | undefined
}

/** How a question ended. */
export type Ending = 'found' | 'another-app' | 'switched-off' | Failure

/** A question that was asked, and how it ended. */
export interface Asked {
  readonly path: string
  readonly ending: Ending
  /** HTTP status, where it says more than the ending. */
  readonly status?: number
  /** Asked from the site's own login page. */
  readonly fromPage?: true
}

/** What a site told about its SSO app. */
export interface Findings {
  readonly asked: readonly Asked[]
  readonly known?: KnownApp
  /** The path whose answer `known` is. */
  readonly from?: string
  /** An app that is there but is not in use, and the path whose answer says so. */
  readonly off?: { readonly app: string; readonly path: string }
  /** Where SSO started, as its login page once showed, there is nothing any more. */
  readonly isStartGone?: boolean
}

/** Asks for JSON. */
type FetchJson = (address: string) => Promise<JsonAnswer>

/** Asks a site about its SSO app, all questions at once; the first app that answers in its own form is it. Never rejects. */
export async function discover(baseUrl: string, questions: readonly Question[], fetchJson: FetchJson): Promise<Findings> {
  const answers = await Promise.all(questions.map((question) => put(question, baseUrl, fetchJson)))
  const found = answers.find(({ known }) => known !== undefined)
  const off = questions.find((_, index) => answers[index]?.asked.ending === 'switched-off')
  return {
    asked: answers.map(({ asked }) => asked),
    ...(found?.known && { known: found.known, from: found.asked.path }),
    ...(off && { off: { app: off.ssoApp, path: off.path } }),
  }
}

async function put({ path, read }: Question, baseUrl: string, fetchJson: FetchJson): Promise<{ asked: Asked; known?: KnownApp }> {
  const answer = await fetchJson(new URL(path, baseUrl).href).catch((): JsonAnswer => ({ failed: 'no-connection' }))
  if ('failed' in answer)
    return { asked: { path, ending: answer.failed, ...(answer.failed === 'status' && answer.status && { status: answer.status }) } }
  const known = read(answer.json, baseUrl)
  if (known === undefined) return { asked: { path, ending: 'another-app' } }
  return known === 'switched-off' ? { asked: { path, ending: known } } : { asked: { path, ending: 'found' }, known }
}

/** Whether a site says that there is nothing at an address of its own. Never rejects. */
export async function isNothingAt(address: string, fetchJson: FetchJson): Promise<boolean> {
  const answer = await fetchJson(address).catch((): JsonAnswer => ({ failed: 'no-connection' }))
  return 'failed' in answer && answer.failed === 'not-there'
}
