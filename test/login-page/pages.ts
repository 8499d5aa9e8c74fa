import type { LoginPage } from '../../src/login-page/page'
import { recognise } from '../../src/login-page/recognise'
import { signs } from '../../src/platform/signs'

/** test/pages/<host>/<SSO app>/<kind>-<remark>.html: the path is the expected answer. */
export const pages = import.meta.glob<string>('../pages/**/*.html', { eager: true, query: '?raw', import: 'default' })

/** Where the pages' installation stands. */
export const baseUrl = 'https://wiki.acme.example/confluence/'

/** A page as a browser parses it. Its links lead where a browser would follow them to: happy-dom reckons them from the address of the test. */
export function documentOf(html: string, address: URL | string = baseUrl): Document {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const base = new URL(document.querySelector('base')?.getAttribute('href') ?? '', address)
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    Object.defineProperty(link, 'href', { value: URL.canParse(href, base) ? new URL(href, base).href : href })
  }
  return document
}

/** What a page is taken for at a path below the base URL, or at an address. */
export function seen(html: string, path: string, base = baseUrl): LoginPage | undefined {
  const url = new URL(path, base)
  return recognise({ url, document: documentOf(html, url) }, signs)
}
