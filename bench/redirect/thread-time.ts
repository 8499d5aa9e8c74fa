import type { Page } from 'puppeteer-core'

/** Which slices of a trace hold a script's work: its evaluation, what runs when it is answered, and its callbacks. */
const categories = ['-*', 'devtools.timeline', 'v8', 'v8.execute']

interface Slice {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur: number
  /** By the thread's own clock, which stands still while another process has the processor. */
  readonly tdur?: number
  readonly args: object
}

/**
 * Milliseconds by the main thread's own clock of a script in the world of this name, from its evaluation on while `act` goes on; undefined
 * where it did not run. Other scripts' answers count as well: traces do not tell whose they are.
 */
export async function threadTime(page: Page, script: string, world: string, act: () => Promise<void>): Promise<number | undefined> {
  await page.tracing.start({ categories })
  await act()
  const text = new TextDecoder().decode(await page.tracing.stop())
  const { traceEvents } = JSON.parse(text) as { traceEvents: readonly Slice[] }
  const first = traceEvents.find((slice) => slice.name === 'EvaluateScript' && holds(slice, script))
  if (!first) return undefined
  const later = traceEvents.filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === first.pid && tid === first.tid && ts >= first.ts)
  let [end, sum] = [0, 0]
  for (const slice of later.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const isOurs = slice === first || slice.name === 'RunMicrotasks' || (slice.name === 'v8.callFunction' && holds(slice, world))
    if (!isOurs || slice.ts < end) continue
    end = slice.ts + slice.dur
    sum += slice.tdur ?? 0
  }
  return sum / 1000
}

const holds = ({ args }: Slice, text: string): boolean => JSON.stringify(args).includes(text)
