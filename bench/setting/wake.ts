import { until } from '../../test/e2e/driver/until'
import type { PoolScene } from './pool'

/** What a watched worker has noted of itself. */
export interface WorkerBench {
  /** Milliseconds. */
  readonly evaluated: number
  readonly calls: Readonly<Record<string, number>>
}

/** What a watched worker answers by itself, and what Latchkey does whenever a popup opens. */
export const messages = { nothing: { bench: true }, settle: { verb: 'settle', input: [] } } as const

/** Kills all workers, sends Latchkey's a message, and gives the milliseconds to its answer. */
export async function wakeLatchkey({ driver }: Pick<PoolScene, 'driver'>, message: object = messages.nothing): Promise<number> {
  await driver.killWorker()
  return driver.inExtension(async (browser, sent) => {
    const start = performance.now()
    await browser.runtime.sendMessage(sent)
    return performance.now() - start
  }, message)
}

/** The same of the floor's. */
export async function wakeFloor({ driver, floor }: Pick<PoolScene, 'driver' | 'floor'>): Promise<number> {
  await driver.killWorker()
  return floor.page.evaluate(async () => {
    const chrome = Reflect.get(globalThis, 'chrome') as { runtime: { sendMessage(message: object): Promise<string> } }
    const start = performance.now()
    await chrome.runtime.sendMessage({})
    return performance.now() - start
  })
}

/** What Latchkey's worker, a watched build's, has noted since it woke up. */
export const benchOf = ({ driver }: Pick<PoolScene, 'driver'>): Promise<WorkerBench> =>
  driver.inExtension(async (browser) => (await browser.runtime.sendMessage({ bench: true })) as WorkerBench)

/** Bytes that Latchkey's worker holds, rubbish taken out. The worker can be killed no more afterwards: it stays with whoever looked into it. */
export async function heapOf({ driver, floor }: Pick<PoolScene, 'driver' | 'floor'>): Promise<number> {
  const isOurs = ({ type, url }: { type: string; url: string }) => type === 'service_worker' && url.startsWith(driver.extensionOrigin)
  const target = await until('Latchkey’s worker', async () =>
    floor.page
      .browser()
      .targets()
      .find((one) => isOurs({ type: one.type(), url: one.url() })),
  )
  const devTools = await target.createCDPSession()
  await devTools.send('HeapProfiler.collectGarbage')
  return (await devTools.send('Runtime.getHeapUsage')).usedSize
}
