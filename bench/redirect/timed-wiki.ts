import type { ServerResponse } from 'node:http'
import { inTime } from '../../test/e2e/driver/until'
import { type ConfluenceStandIn, confluenceStandIn } from '../../test/stand-ins/confluence'
import type { MiniOrangeSettings } from '../../test/stand-ins/confluence/miniorange/settings'
import type { LoopbackFetch, StandIn } from '../../test/stand-ins/stand-in'

/** Below the origin: a page to start from, the answer that sets it off, and where a login page tells that it was painted. */
export const [launch, go, painted] = ['/bench/launch', '/bench/go', '/bench/painted']

/** A wiki with miniOrange that knows when it was asked for what. */
export interface TimedWiki extends StandIn {
  readonly host: string
  readonly settings: ConfluenceStandIn['settings']
  /** How long the login page takes, in milliseconds. */
  delay: number
  /** How often the login page was asked for, and how often one was painted, since the wiki was made. */
  readonly login: { asked: number; painted: number }
  /** Milliseconds from the answer at `go` to the arrival of the next request that starts SSO, both at this server's socket. */
  nextStart(): Promise<number>
}

export function timedWiki(host: string, fetch: LoopbackFetch, miniorange: Partial<MiniOrangeSettings> = {}): TimedWiki {
  const standIn = confluenceStandIn({ host, fetch, miniorange, customHtml: { endOfHead: paintReporter, endOfBody: filling } })
  const login = { asked: 0, painted: 0 }
  let went = 0
  let arrive = (_at: number) => {}
  const plain = (response: ServerResponse, text: string) =>
    void response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(text)
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    [launch]: (response) => plain(response, page('Wiki')),
    [go]: (response) => {
      went = performance.now()
      plain(response, '')
    },
    [painted]: (response) => {
      login.painted += 1
      plain(response, '')
    },
    '/confluence/plugins/servlet/oauth/auth': (response) => {
      arrive(performance.now())
      plain(response, page(started))
    },
  }
  const wiki: TimedWiki = {
    host,
    hosts: [host],
    settings: standIn.settings,
    delay: 0,
    login,
    nextStart: () =>
      inTime(
        new Promise((resolve) => {
          arrive = (at) => resolve(at - went)
        }),
        30_000,
      ),
    async handle(request, response) {
      const path = (request.url ?? '').replace(/\?.*$/, '')
      const answer = answers[path]
      if (answer) return answer(response)
      if (path === '/confluence/login.action') {
        login.asked += 1
        await new Promise((passed) => setTimeout(passed, wiki.delay))
      }
      return standIn.handle(request, response)
    },
  }
  return wiki
}

/** Title of the page at which SSO starts. */
export const started = 'SSO has started'

const page = (title: string) => `<!doctype html><title>${title}</title><link rel="icon" href="data:,"><p>${title}</p>`

const paintReporter = `<script>
new PerformanceObserver((list, observer) => {
  observer.disconnect()
  navigator.sendBeacon('${painted}')
}).observe({ type: 'paint', buffered: true })
</script>`

/** Makes the login page 30 kB of HTML, as those of real wikis are at least. */
const filling = `<div hidden>${'<p class="filling"><a href="#">A line of the page</a></p>\n'.repeat(400)}</div>`
