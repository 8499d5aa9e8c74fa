import { useState } from 'preact/hooks'
import { ask } from '../platform/messages'
import { type Problem, problemOf } from '../problem'

/** Signing in and out at one provider, as a page orders it. How it goes stands in storage. */
export interface SignIn {
  readonly signIn: () => void
  readonly signOut: () => void
  /** Why the background did not take the last order. */
  readonly refusal?: Problem
}

/** The orders of a page for one provider, by its id. */
export function useSignIn(provider: string): SignIn {
  const [refusal, setRefusal] = useState<Problem>()
  const order = (verb: 'signIn' | 'signOut') => () => {
    setRefusal(undefined)
    ask(verb, provider).catch((error: unknown) => {
      setRefusal(problemOf(error))
      ask('settle').catch(() => undefined) // a background that died over it tidies up when it is woken
    })
  }
  return { signIn: order('signIn'), signOut: order('signOut'), ...(refusal && { refusal }) }
}
