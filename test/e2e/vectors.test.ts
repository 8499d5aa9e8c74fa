import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeScript } from '../conformance/judge-script'
import { recordFor } from '../conformance/record'
import { suites } from '../conformance/suites'
import { isWithoutVectors } from '../session/vectors'
import { browserKind } from './driver/browser-kind'
import type { Driver } from './driver/driver'
import { openBrowser } from './driver/open-browser'

const record = recordFor(browserKind, 'vectors')
let driver: Driver
let page: Page

beforeAll(async () => {
  if (isWithoutVectors) return
  driver = await openBrowser({ kind: browserKind, extension: `dist/demo-${browserKind}`, headless: true })
  page = await driver.extensionPage('src/popup/index.html')
  await page.evaluate(await judgeScript())
})
afterAll(() => driver?.close())

/** Runs in the page. */
async function judge(trials: string): Promise<readonly string[]> {
  const misjudged = Reflect.get(globalThis, 'misjudged') as (trials: unknown) => Promise<readonly string[]>
  return misjudged(JSON.parse(trials))
}

describe.skipIf(isWithoutVectors)(
  'signatures and tokens that others wrote, judged on an extension page by the browser’s own cryptography',
  () => {
    test.each(suites.map((suite) => [suite.id, suite.size, suite.trials] as const))('%s: %i', async (id, size, trials) => {
      const wrong = await page.evaluate(judge, JSON.stringify(trials))
      record.note(id, `${trials.length - wrong.length} of ${size}`)
      expect(trials).toHaveLength(size)
      expect(wrong).toEqual([])
    })
  },
)
