import type { Driver } from '../../test/e2e/driver/driver'
import { until } from '../../test/e2e/driver/until'
import { ratioOf } from '../measure/figures'
import { inRounds } from '../measure/rounds'
import type { Measurement, Orders } from '../report/measurement'
import { configureSites } from '../setting/sites'
import { loginPath, startPath } from './floors'
import type { RedirectScene } from './scene'
import { go, launch, started, type TimedWiki } from './timed-wiki'

/** How long the login page takes, in milliseconds. */
const delays = [0, 60, 300] as const
const [one, many] = [1, 500]

const names = {
  straight: 'Straight to the SSO start (the floor)',
  bare: 'A bare rule of ten lines',
  ours: 'Latchkey, 1 site',
  fleet: `Latchkey, ${many} sites`,
  server: 'The server’s own redirect',
  script: 'A content script’s redirect',
  robot: 'A robot that clicks the button',
} as const

/** From the click on a link of the wiki to the request for the SSO start, by every way, with login pages fast and slow. */
export async function redirectTimes({ driver, wikis }: RedirectScene, where: string, { rounds, tell }: Orders): Promise<Measurement> {
  const arm = (wiki: TimedWiki, path: string, delay: number) => async () => {
    wiki.delay = delay
    return follow(driver, wiki, `https://${wiki.host}/confluence/${path}`)
  }
  const arms = (keys: readonly (keyof typeof wikis)[], label: (key: keyof typeof wikis) => keyof typeof names) =>
    Object.fromEntries(
      keys.flatMap((key) =>
        delays.map((delay) => [`${label(key)} ${delay}`, arm(wikis[key], key === 'straight' ? startPath : loginPath, delay)]),
      ),
    )
  /** A visit goes before those that count: what a change of settings leaves to do is no part of them. */
  const settled = (count: number) => async () => {
    await configureSites(driver, count, { onLoginPage: 'redirect' })
    await arm(wikis.ours, loginPath, 0)()
  }
  const found = await inRounds(
    rounds,
    [
      { prepare: settled(one), arms: arms(['straight', 'bare', 'ours', 'server', 'script', 'robot'], (key) => key) },
      { prepare: settled(many), arms: arms(['ours'], () => 'fleet') },
    ],
    tell,
  )
  const samples = (name: keyof typeof names, delay: number) => found[`${name} ${delay}`] ?? []
  const table = `${where}: from the click to the request for the SSO start, in ms`
  const series = (Object.keys(names) as (keyof typeof names)[]).flatMap((name) =>
    delays.map((delay) => ({ table, row: names[name], column: `login page takes ${delay} ms`, samples: samples(name, delay) })),
  )
  const ratio = (what: string, [a, ours]: Cell, [b, theirs]: Cell, atMost?: number) =>
    ratioOf(samples(a, ours), samples(b, theirs), { what, where, ...(atMost !== undefined && { atMost }) })
  const figures = [
    ...delays.map((delay) => ratio(`Latchkey to the floor, ${delay} ms`, ['ours', delay], ['straight', delay], 1.25)),
    ...delays.map((delay) => ratio(`Latchkey to the bare rule, ${delay} ms`, ['ours', delay], ['bare', delay], 1.05)),
    ratio('Latchkey with a slow login page to Latchkey with a fast one', ['ours', 300], ['ours', 0], 1.1),
    ratio('Latchkey to the server’s redirect, 300 ms', ['ours', 300], ['server', 300], 0.15),
    ratio('Latchkey to the robot, 0 ms', ['ours', 0], ['robot', 0]),
    ...delays.map((delay) => ratio(`500 sites to one, ${delay} ms`, ['fleet', delay], ['ours', delay], 1.1)),
  ]
  return { series, figures }
}

type Cell = readonly [name: keyof typeof names, delay: number]

/** Follows a link in a fresh tab. */
export async function follow(driver: Driver, wiki: TimedWiki, address: string): Promise<number> {
  const page = await driver.page()
  await page.goto(`https://${wiki.host}${launch}`)
  const arrival = wiki.nextStart()
  await page.evaluate((ready, to) => void fetch(ready).then(() => location.assign(to)), go, address)
  const taken = await arrival
  // Chromium may never close a tab that is between two pages.
  await until('SSO to have started', () =>
    page.evaluate((title) => document.title === title && document.readyState === 'complete', started),
  )
  await page.close()
  return taken
}
