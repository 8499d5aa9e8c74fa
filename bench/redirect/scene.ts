import { buildFor } from '../../scripts/demo/build'
import type { BrowserKind, Driver } from '../../test/e2e/driver/driver'
import { openBrowser } from '../../test/e2e/driver/open-browser'
import type { StandIn } from '../../test/stand-ins/stand-in'
import { startWorld, type World } from '../../test/stand-ins/world'
import { ourHosts, siteAt } from '../setting/sites'
import { bareRule, bareScript, leastScripts, robot } from './floors'
import { type TimedWiki, timedWiki } from './timed-wiki'

/** Hosts of pages that are nobody's business. */
export const foreignHosts = ['shop.example', 'news.example', 'wiki.stranger.example'] as const

/** One browser with Latchkey and its rivals in it, each on a wiki of its own. */
export interface RedirectScene {
  readonly world: World
  readonly driver: Driver
  readonly wikis: { readonly [A in 'straight' | 'bare' | 'ours' | 'server' | 'script' | 'robot']: TimedWiki }
  close(): Promise<void>
}

export async function openRedirectScene(kind: BrowserKind): Promise<RedirectScene> {
  let wikis: RedirectScene['wikis'] | undefined
  const world = await startWorld((fetch) => {
    wikis = {
      straight: timedWiki('straight.bench.example', fetch),
      bare: timedWiki('bare.bench.example', fetch),
      ours: timedWiki(new URL(siteAt(1)).host, fetch),
      server: timedWiki('server.bench.example', fetch, { disableDefaultLogin: true }),
      script: timedWiki('script.bench.example', fetch),
      robot: timedWiki('robot.bench.example', fetch),
    }
    wikis.robot.settings.customHtml.endOfBody += robot
    return [...Object.values(wikis), anything]
  })
  if (!wikis) throw new Error('no wiki was built')
  const rivals = [bareRule(wikis.bare.host), bareScript(wikis.script.host), leastScripts(wikis.ours.host)]
  const driver = await openBrowser({
    kind,
    extension: await buildFor(kind, [ourHosts], `dist/bench-${kind}`),
    beside: rivals.map(({ path }) => path),
    port: world.port,
    headless: true,
  })
  const close = async () => {
    await driver.close().finally(world.close)
    for (const { remove } of rivals) remove()
  }
  return { world, driver, wikis, close }
}

/** Answers any address of the foreign hosts with a page. */
const anything: StandIn = {
  hosts: foreignHosts,
  handle: (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Page</title><p>Somebody else’s page</p>'),
}
