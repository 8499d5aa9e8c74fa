import { useRef, useState } from 'preact/hooks'
import { originOf, requestGrants } from '../platform/grants'
import { ask } from '../platform/messages'
import { redirectAddress } from '../platform/redirect-address'
import type { HowToSignIn, Verbs } from '../platform/verbs'
import { type Problem, problemOf } from '../problem'

/** Signing in and out at one provider, as a page orders it. How it goes stands in storage. */
export interface SignIn {
  readonly provider: string
  readonly signIn: () => void
  /** For another account than the one in front. */
  readonly signInAsAnother: () => void
  /** In an ordinary tab; asks the browser for what that needs, so it has to be called first thing in a click. */
  readonly signInInTab: (isAfresh: boolean) => void
  /** Signs in once Latchkey may look at the pages of this host; to be called first thing in a click. */
  readonly findCause: (domain: string, isAfresh: boolean) => void
  readonly cancel: () => void
  readonly signOut: () => void
  /** Puts an account in front, by the `sub` of its claims. */
  readonly choose: (sub: string) => void
  /** Why the background did not take the last order. */
  readonly refusal?: Refusal
}

/** An order that was not taken, and since when that is known, in seconds since the epoch. */
interface Refusal {
  readonly problem: Problem
  readonly at: number
}

/** The orders of a page for one provider, by its id. */
export function useSignIn(provider: string): SignIn {
  const [refusal, setRefusal] = useState<Refusal>()
  const latest = useRef(0)
  /** Begins an order, and gives what to do should it be refused: nothing, once there is a later one. */
  const begin = () => {
    setRefusal(undefined)
    latest.current += 1
    const turn = latest.current
    return (problem: Problem) => turn === latest.current && setRefusal({ problem, at: Date.now() / 1000 })
  }
  const order = <V extends 'signIn' | 'cancelSignIn' | 'signOut' | 'chooseAccount'>(verb: V, ...input: Parameters<Verbs[V]>) => {
    const refuse = begin()
    ask(verb, ...input).catch((error: unknown) => {
      refuse(problemOf(error))
      ask('settle').catch(() => undefined) // a background that died over it tidies up when it is woken
    })
  }
  const signIn = (how: HowToSignIn) => order('signIn', provider, how)
  const allowed = (origin: string, go: () => void) => {
    const refuse = begin()
    const denied = () => refuse({ code: 'site-not-granted', origins: [origin] })
    requestGrants([origin]).then(
      (isGranted) => (isGranted ? go() : denied()),
      (error: unknown) => refuse(problemOf(error)),
    )
  }
  return {
    provider,
    signIn: () => signIn('in-a-window'),
    signInAsAnother: () => signIn('as-another'),
    signInInTab: (isAfresh) => allowed(originOf(redirectAddress()), () => signIn(isAfresh ? 'as-another-in-a-tab' : 'in-a-tab')),
    findCause: (domain, isAfresh) => allowed(originOf(`https://${domain}`), () => signIn(isAfresh ? 'as-another' : 'in-a-window')),
    cancel: () => order('cancelSignIn', provider),
    signOut: () => order('signOut', provider),
    choose: (sub) => order('chooseAccount', provider, sub),
    ...(refusal && { refusal }),
  }
}
