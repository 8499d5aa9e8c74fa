import type { BrowserKind } from '../../test/e2e/driver/driver'
import type { Measurement } from '../report/measurement'

const names = { chromium: 'Chromium', firefox: 'Firefox' } as const
const kinds = Object.keys(names) as BrowserKind[]

/** Measures in the browser that the environment's LATCHKEY_BROWSER names, else in both; `where` is the browser's name in tables. */
export async function inBrowsers(measure: (kind: BrowserKind, where: string) => Promise<Measurement>): Promise<Measurement> {
  const wanted = kinds.filter((kind) => !process.env.LATCHKEY_BROWSER || kind === process.env.LATCHKEY_BROWSER)
  const all: Measurement[] = []
  for (const kind of wanted) all.push(await measure(kind, names[kind]))
  return { series: all.flatMap(({ series }) => series), figures: all.flatMap(({ figures }) => figures) }
}
