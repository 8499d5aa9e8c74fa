import type { ElementHandle } from 'puppeteer-core'
import { until } from './until'

/** Presses what `find` finds, once it is there. A page that draws it anew between finding and pressing is asked again: nothing was pressed then. */
export async function press(what: string, find: () => Promise<ElementHandle | null | undefined>): Promise<void> {
  const failure = await until(what, async () => {
    const button = await find()
    return button?.click().then(
      () => 'pressed' as const,
      (error: Error) => (/detached|not clickable/.test(error.message) ? undefined : error),
    )
  })
  if (failure !== 'pressed') throw failure
}
