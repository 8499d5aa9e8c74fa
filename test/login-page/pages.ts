import { hosts } from '../../src/hosts'
import type { LoginPage } from '../../src/login-page/page'
import { recognise } from '../../src/login-page/recognise'
import { ssoApps } from '../../src/sso-apps'

/** test/pages/<host>/<SSO app>/<kind>-<remark>.html: the path is the expected answer. */
export const pages = import.meta.glob<string>('../pages/**/*.html', { eager: true, query: '?raw', import: 'default' })

/** Where the pages' installation stands. */
export const baseUrl = 'https://wiki.acme.example/confluence/'

/** A page as a browser parses it. */
export const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** What a page is taken for at a path below the base URL, or at an address. */
export const seen = (html: string, path: string, base = baseUrl): LoginPage | undefined =>
  recognise({ url: new URL(path, base), document: documentOf(html) }, hosts, ssoApps)
