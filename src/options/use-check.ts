import { useEffect, useRef, useState } from 'preact/hooks'
import { checkPorts } from '../platform/check-ports'
import { check } from '../setup/check/check'
import type { Subject } from '../setup/check/context'
import type { Result } from '../setup/check/result'
import { type StepName, stepsOf } from '../setup/check/steps'

/** One step as it stands: waiting, running, or ended after so many milliseconds. */
export type StepState =
  | { readonly name: StepName; readonly phase: 'waiting' | 'running' }
  | { readonly name: StepName; readonly phase: 'ended'; readonly result: Result; readonly took: number }

/** Runs a connection check and tells how each step stands; nothing before it was started. */
export function useCheck() {
  const [steps, setSteps] = useState<readonly StepState[]>()
  const [isRunning, setRunning] = useState(false)
  // A page that is left, or a check that was started anew, hears nothing more of the old one.
  const current = useRef(0)
  useEffect(
    () => () => {
      current.current += 1
    },
    [],
  )
  const start = async (subject: Subject) => {
    current.current += 1
    const mine = current.current
    const began = new Map<StepName, number>()
    const put = (state: StepState) =>
      mine === current.current && setSteps((before) => before?.map((one) => (one.name === state.name ? state : one)))
    setSteps(stepsOf(subject).map((name) => ({ name, phase: 'waiting' })))
    setRunning(true)
    await check(subject, checkPorts, {
      begins: (name) => {
        began.set(name, performance.now())
        put({ name, phase: 'running' })
      },
      ends: (name, result) => put({ name, phase: 'ended', result, took: performance.now() - (began.get(name) ?? performance.now()) }),
    })
    if (mine === current.current) setRunning(false)
  }
  return { steps, isRunning, start }
}
