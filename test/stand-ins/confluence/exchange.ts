import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { LoopbackFetch } from '../stand-in'
import type { Account, Directory } from './directory'
import { pageShell } from './pages'
import type { Session, Sessions } from './sessions'
import type { ConfluenceSettings } from './settings'

/** The wiki as it runs. */
export interface Site {
  readonly settings: ConfluenceSettings
  readonly sessions: Sessions
  readonly directory: Directory
  readonly fetch: LoopbackFetch
  /** miniOrange's "Test Configuration" is on: one flag for everybody. */
  testing: boolean
}

/** One request within the context path, and the ways to answer it. */
export interface Exchange {
  readonly site: Site
  readonly method: string
  /** Below the context path, as it came: percent-encoded, without query. */
  readonly path: string
  /** `path` with the query. */
  readonly target: string
  readonly query: URLSearchParams
  readonly referer: string
  readonly cookies: Readonly<Record<string, string>>
  /** `https://wiki.acme.example/confluence` */
  readonly base: string
  readonly session: Session | undefined
  readonly account: Account | undefined
  body(): Promise<string>
  form(): Promise<URLSearchParams>
  setCookie(name: string, value: string, attributes: string): void
  /** Opens a session, ends the one before, and sets its cookie. */
  openSession(who?: Parameters<Sessions['open']>[0]): Session
  page(title: string, main: string, more?: { status?: number; bodyClass?: string }): void
  redirect(location: string, status?: 302 | 303): void
  json(value: unknown, status?: number): void
  send(status: number, type: string, content: string): void
  /** Never answers. */
  hold(): void
}

/** Wraps a request; undefined when it is outside the context path. */
export function exchangeOf(site: Site, request: IncomingMessage, response: ServerResponse): Exchange | undefined {
  const { contextPath, host } = site.settings
  const whole = request.url ?? '/'
  const rest = whole.slice(contextPath.length)
  if (!whole.startsWith(contextPath) || !/^([/?]|$)/.test(rest)) return undefined
  const target = rest.startsWith('/') ? rest : `/${rest}`
  const [path = '/', ...query] = target.split('?')
  const cookies = cookiesOf(request.headers.cookie ?? '')
  const session = site.settings.forgetsSessions ? undefined : site.sessions.find(cookies.JSESSIONID)
  const account = session?.username === undefined ? undefined : site.directory.find(session.username)
  const body = () => text(request)
  const asked = { method: request.method ?? 'GET', path, target, query: new URLSearchParams(query.join('?')), cookies }
  const known = { base: `https://${host}${contextPath}`, referer: request.headers.referer ?? '', session, account }
  return {
    ...{ site, ...asked, ...known, body },
    form: async () => new URLSearchParams(await body()),
    ...answersTo(site, response, { ...asked, ...known }),
  }
}

type Asked = Pick<Exchange, 'target' | 'base' | 'session' | 'account'>
type Answers = Pick<Exchange, 'setCookie' | 'openSession' | 'page' | 'redirect' | 'json' | 'send' | 'hold'>

function answersTo(site: Site, response: ServerResponse, asked: Asked): Answers {
  response.setHeader('x-confluence-request-time', String(Date.now()))
  const setCookie: Exchange['setCookie'] = (name, value, attributes) =>
    void response.appendHeader('set-cookie', `${name}=${value}; ${attributes}`)
  const send: Exchange['send'] = (status, type, content) => {
    const headers = { 'content-type': `${type}; charset=UTF-8`, 'cache-control': site.settings.cacheControl }
    response.writeHead(status, headers).end(content)
  }
  return {
    setCookie,
    send,
    openSession(who) {
      if (asked.session) site.sessions.end(asked.session.id)
      const session = site.sessions.open(who)
      setCookie('JSESSIONID', session.id, `Path=${site.settings.contextPath || '/'}; Secure; HttpOnly`)
      return session
    },
    page: (title, main, { status = 200, bodyClass = '' } = {}) =>
      send(status, 'text/html', pageShell({ ...asked, settings: site.settings, title, main, bodyClass })),
    redirect: (location, status = 302) => void response.writeHead(status, { location }).end(),
    hold: () => {},
    json: (value, status = 200) => send(status, 'application/json', JSON.stringify(value)),
  }
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split('; ').map((pair): [string, string] => {
    const cut = pair.indexOf('=')
    return [pair.slice(0, cut), pair.slice(cut + 1)]
  })
  return Object.fromEntries(pairs)
}
