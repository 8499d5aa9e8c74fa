import { demoPassword, type Person } from '../people'
import type { LoopbackFetch } from '../stand-in'

/** A browser without a screen: it keeps cookies by host, name and path, and fills in the sign-in form. */
export interface Visitor {
  /** One request, with cookies; redirects are not followed. */
  open(address: string, form?: Record<string, string>): Promise<Response>
  /** Follows redirects as long as they stay on this host; gives the first page, or the redirect that leaves. */
  travel(address: string): Promise<Arrival>
  /** Sends the sign-in form of `page` and travels on. */
  submit(page: Arrival, typed: { username: string; password?: string }): Promise<Arrival>
  /** Opens the authorize endpoint, signs in if a form appears, and gives the redirect back to the client. */
  signIn(address: string, person: Person): Promise<Arrival>
  /** Names and values of the cookies of a host. */
  cookies(host: string): Record<string, string>
}

/** Where a journey ended: an address, and the answer if there is one from this host. */
export interface Arrival {
  readonly address: URL
  readonly response?: Response
  readonly text: string
}

interface Cookie {
  readonly host: string
  readonly name: string
  readonly value: string
  readonly path: string
}

/** A visitor with an empty cookie jar. */
export function visitor(fetch: LoopbackFetch): Visitor {
  let jar: Cookie[] = []
  const open: Visitor['open'] = async (address, form) => {
    const url = new URL(address)
    const fitting = jar.filter(({ host, path }) => host === url.host && url.pathname.startsWith(path))
    const headers: Record<string, string> = { accept: 'text/html', cookie: fitting.map(({ name, value }) => `${name}=${value}`).join('; ') }
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded'
    const response = await fetch(url, { headers, ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }) })
    for (const line of response.headers.getSetCookie()) jar = stored(jar, line, url)
    return response
  }
  const arrive = async (address: string, form?: Record<string, string>): Promise<Arrival> => {
    const response = await open(address, form)
    const location = response.headers.get('location')
    if (!location) return { address: new URL(address), response, text: await response.text() }
    const next = new URL(location, address)
    return next.host === new URL(address).host ? arrive(next.href) : { address: next, text: '' }
  }
  const submit: Visitor['submit'] = ({ address, text }, { username, password = demoPassword }) => {
    const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
    return arrive(address.href, { ...Object.fromEntries(hidden), username, password })
  }
  const signIn: Visitor['signIn'] = async (address, person) => {
    const page = await arrive(address)
    return page.response ? submit(page, { username: person.signIn }) : page
  }
  return {
    open,
    travel: (address) => arrive(address),
    submit,
    signIn,
    cookies: (host) => Object.fromEntries(jar.filter((one) => one.host === host).map(({ name, value }) => [name, value])),
  }
}

function stored(jar: readonly Cookie[], line: string, { host }: URL): Cookie[] {
  const [pair = ''] = line.split(';')
  const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/'
  const name = pair.slice(0, pair.indexOf('='))
  const others = jar.filter((cookie) => !(cookie.host === host && cookie.name === name && cookie.path === path))
  const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1]
  if (expires && Date.parse(expires) <= Date.now()) return others
  return [...others, { host, name, path, value: pair.slice(pair.indexOf('=') + 1) }]
}
