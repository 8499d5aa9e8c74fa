import type { Known } from '../login-page/doors'

/** One question that a site may answer about its SSO app. */
export interface Question {
  readonly path: string
  read(answer: unknown, baseUrl: string): Known | undefined
}

/** Fetches JSON, or rejects: an answer that is no JSON, too large, too slow or an error is no answer. */
export type FetchJson = (address: string) => Promise<unknown>

/** Asks a site about its SSO app, all questions at once; the first app that answers in its own form is it. Never rejects. */
export async function discover(baseUrl: string, questions: readonly Question[], fetchJson: FetchJson): Promise<Known | undefined> {
  const answers = await Promise.all(
    questions.map(({ path, read }) =>
      fetchJson(new URL(path, baseUrl).href).then(
        (answer) => read(answer, baseUrl),
        () => undefined,
      ),
    ),
  )
  return answers.find((known) => known !== undefined)
}
