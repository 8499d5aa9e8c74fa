import type { Page, Protocol } from 'puppeteer-core'
import { until } from '../../test/e2e/driver/until'
import { medianOf } from '../measure/figures'
import type { Measurement, Orders } from '../report/measurement'
import { configureSites, siteAt } from '../setting/sites'
import { loginPath } from './floors'
import type { RedirectScene } from './scene'
import { threadTime } from './thread-time'
import { launch } from './timed-wiki'

/** Microseconds between two looks of the profiler. */
const interval = 50
const loads = 30

/** Scripts on the login page, by parts of their addresses. */
const scripts = { ours: 'content.iife', empty: 'empty.js', asking: 'asking.js' } as const

/** Main-thread time of our script on a login page that it puts a button into, by the profiler's samples, beside what no script could do without. Chromium only. */
export async function scriptCost({ driver, wikis }: RedirectScene, where: string, { tell }: Orders): Promise<Measurement> {
  await configureSites(driver, 1, { onLoginPage: 'offer' })
  // Beside a button of the SSO app's own ours stays away.
  Object.assign(wikis.ours.settings, { ssoApp: 'none' })
  wikis.ours.delay = 0
  tell(`our script on ${loads} login pages`)
  const page = await driver.page()
  const devTools = await page.createCDPSession()
  await devTools.send('Profiler.enable')
  await devTools.send('Profiler.setSamplingInterval', { interval })
  const profiles: Protocol.Profiler.Profile[] = []
  for (let load = 0; load < loads; load += 1) {
    await page.goto(new URL(launch, siteAt(1)).href)
    await devTools.send('Profiler.start')
    await openLoginPage(page)
    profiles.push((await devTools.send('Profiler.stop')).profile)
  }
  await devTools.detach()
  const onThread: number[] = []
  for (let load = 0; load < loads; load += 1) {
    await page.goto(new URL(launch, siteAt(1)).href)
    onThread.push((await threadTime(page, scripts.ours, 'Latchkey', () => openLoginPage(page))) ?? 0)
  }
  await page.close()
  Object.assign(wikis.ours.settings, { ssoApp: 'miniorange' })
  const timesOf = (script: string) => profiles.map((profile) => ofScript(profile, script))
  const ours = timesOf(scripts.ours)
  if ([ours, onThread].some((times) => times.every((time) => time === 0)))
    throw new Error('nothing was seen of our script, so that its times prove nothing')
  const figures = [
    medianOf(ours, 'ms', { what: 'Main thread of our script on a login page of 30 kB', where, atMost: 1 }),
    medianOf(onThread, 'ms', { what: 'The same by the thread’s own clock, not sampled', where }),
    medianOf(timesOf(scripts.asking), 'ms', { what: 'Main thread of a script that only asks for its settings', where }),
    medianOf(timesOf(scripts.empty), 'ms', { what: 'Main thread of an empty script', where }),
  ]
  return { series: [], figures }
}

async function openLoginPage(page: Page): Promise<void> {
  await page.goto(siteAt(1) + loginPath)
  await until('our button', async () => (await page.$('#latchkey-offer')) !== null)
}

/** Milliseconds in the functions of a script and in whatever of the page's own they called. */
function ofScript({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile, script: string): number {
  const children = new Map(nodes.map(({ id, children = [] }) => [id, children]))
  const ours = new Set<number>()
  const take = (id: number) => {
    ours.add(id)
    children.get(id)?.forEach(take)
  }
  for (const { id, callFrame } of nodes) if (callFrame.url.includes(script)) take(id)
  return samples.reduce((sum, id, index) => (ours.has(id) ? sum + (timeDeltas[index] ?? 0) / 1000 : sum), 0)
}
