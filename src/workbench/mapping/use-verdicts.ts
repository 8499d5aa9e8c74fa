import { useEffect, useState } from 'preact/hooks'
import { asExactJson } from '../../claims/exact-json'
import type { Verdict } from '../../mapping/verdict'
import { type Job, judge } from '../../platform/judging'

/** Verdicts, and whether newer ones are on their way. */
interface Verdicts {
  /** Undefined before there are any. */
  readonly all: readonly Verdict[] | undefined
  readonly isBusy: boolean
}

/** The verdicts on some claims; while new ones are made, those before stay. */
export function useVerdicts(jobs: readonly Job[]): Verdicts {
  const [made, setMade] = useState<{ readonly key: string; readonly all: readonly Verdict[] }>()
  const key = asExactJson(jobs)
  useEffect(() => {
    let isWanted = true
    void judge(jobs, () => isWanted).then((all) => isWanted && setMade({ key, all }))
    return () => {
      isWanted = false
    }
  }, [key])
  return { all: made?.all, isBusy: made?.key !== key }
}
