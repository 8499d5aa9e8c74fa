import type { Runtime } from 'webextension-polyfill'
import { type Problem, ProblemError, problemOf } from '../problem'
import { browser } from './browser'
import type { Verbs } from './verbs'

type Verb = keyof Verbs
type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
type Result<V extends Verb> = Awaited<ReturnType<Verbs[V]>>

/** Asks the background to do something. Rejects with a ProblemError; `sign-in-interrupted` when the background died over it. */
export async function ask<V extends Verb>(verb: V, ...input: Parameters<Verbs[V]>): Promise<Result<V>> {
  const reply = (await browser.runtime.sendMessage({ verb, input }).catch(() => undefined)) as Reply<Result<V>> | undefined
  if (!reply) throw new ProblemError({ code: 'sign-in-interrupted' })
  if (!reply.ok) throw new ProblemError(reply.problem)
  return reply.value
}

/** Answers the verbs. Only our own pages are heard: a content script shares its process with the page it runs in. */
export function answer(verbs: Verbs): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL(''))) return undefined
    const { verb, input } = message as { verb?: unknown; input?: unknown }
    if (typeof verb !== 'string' || !Object.hasOwn(verbs, verb) || !Array.isArray(input)) return undefined
    const act = verbs[verb as Verb] as (...input: unknown[]) => Promise<unknown>
    return act(...input).then(
      (value): Reply<unknown> => ({ ok: true, value }),
      (error: unknown): Reply<unknown> => ({ ok: false, problem: problemOf(error) }),
    )
  })
}
