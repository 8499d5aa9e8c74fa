import { find, own } from '../login-page/dom'
import type { Door } from '../login-page/door'
import type { Circumstances } from '../login-page/history'
import { linksOf, recognise } from '../login-page/recognise'
import { recogniseAddress } from '../login-page/recognise-address'
import { leadingTo } from '../login-page/signs'
import { type PageTextKey, readForContent } from '../platform/content-storage'
import { onChange } from './element'
import { askedForForm, pastRedirects } from './tab-memory'

/** What can be known of this page, first from its address alone, then from its document. */
export interface DoorPage {
  readonly door: Door
  readonly fromAddress: Circumstances
  fromDocument(): Promise<Circumstances>
  /** A text that names the site; "" where there is none for it. */
  text(key: PageTextKey): string
  /** The SSO app has put a button of its own on the page by now: a link, or what leads on by its script. */
  hasOwnButton(): unknown
  /** The button that sends the form, or its first step, or leads to one, once it is there. */
  submit(): HTMLElement | null
}

/** The circumstances of the page that this script runs in; undefined on a page that is nobody's door. */
export async function circumstances(): Promise<DoorPage | undefined> {
  // A page that is rendered ahead of a visit is nobody's visit yet.
  if (own(document as Document & { prerendering?: boolean }, 'prerendering' as keyof Document))
    await new Promise((activated) => document.addEventListener('prerenderingchange', activated))
  let left = await readForContent()
  const { doors, signs } = left
  const url = new URL(location.href)
  const door = doors.find(({ baseUrl }) => `${url}/`.startsWith(baseUrl))
  if (!door) return undefined
  // Where nobody is ever sent away, it changes nothing that the plain form was asked for.
  const maySend = door.onLoginPage === 'redirect' || door.anonymous === 'sign-in'
  // Each is read once a decision hangs on it: the tab's store alone takes longer to open than all else here.
  const history = {
    get redirects() {
      return pastRedirects(door.baseUrl)
    },
    get standBack() {
      const standBack = left.standBacks?.[door.baseUrl]
      if (standBack && standBack.until > Date.now()) return standBack.because
      return maySend && askedForForm(door.baseUrl) ? ('backdoor-earlier' as const) : undefined
    },
    get fromLoginPage() {
      const referrer = own(document, 'referrer')
      return signs.doorPaths.some((path) => referrer.startsWith(door.baseUrl + path))
    },
    /** Browsers count redirects of the page's own origin only. @see https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-redirectcount */
    get wasRedirected() {
      return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).redirectCount > 0
    },
    get typed() {
      const activeElement = own(document, 'activeElement')
      return activeElement instanceof HTMLInputElement && activeElement.value !== '' && !activeElement.matches('[type="submit"], :autofill')
    },
  }
  const judged = (page: Circumstances['page']): Circumstances => ({ page, url, door, history, now: Date.now() })
  const addressed = recogniseAddress(url, signs)
  // Below a site at the root of its host may be another application: there only the document can say that it is this product.
  const fromAddress = judged(addressed?.baseUrl === door.baseUrl ? addressed : undefined)
  const whole = () => {
    const page = recognise({ url, document }, signs)
    // A theme may leave no mark of the product, but the person has said what stands at this address.
    if (!page) return fromAddress.page
    // Below it there may also be another installation. Ours may stand at a second path, or at one that nobody gave: that is where its SSO
    // starts. Elsewhere than below it is only what our own says of itself behind a proxy that changes its path.
    const isOurs =
      !door.start ||
      !page.baseUrl.startsWith(door.baseUrl) ||
      [door.baseUrl, url.origin + door.start].some((ours) => ours.startsWith(page.baseUrl))
    return isOurs ? page : undefined
  }
  // Of an app that nobody knows the site was told where it starts.
  const marks = [signs.appMark, `${leadingTo(`${door.start?.split('{')[0]}`)}:not(#latchkey-offer a)`]
  return {
    door,
    fromAddress,
    text: (key) => left.texts?.[key]?.replace('$site$', () => door.name) ?? '',
    // Most often there is nothing of an app's at all, which is soon seen.
    hasOwnButton: () =>
      marks.some((mark) => find(document, mark)) && (find(document, `[onclick]:is(${marks})`) || linksOf(url, document, marks)[0]),
    submit: () => find(document, signs.submit),
    async fromDocument() {
      // What an anonymous page says of its visitor stands in its head, which is whole once there is a body: nothing is painted before.
      const isThere = () => own(document, 'readyState') !== 'loading' || (!addressed && find(document, 'body'))
      if (!isThere()) {
        await until(isThere)
        // A page may take its time, and somebody may have logged out in another tab meanwhile.
        left = await readForContent()
      }
      return judged(whole())
    },
  }
}

/** Resolves once the document is parsed, or so far that it is enough. */
function until(isThere: () => unknown): Promise<void> {
  return new Promise((found) => {
    const look = () => {
      if (!isThere()) return
      observer.disconnect()
      found()
    }
    const observer = onChange(look)
    addEventListener('DOMContentLoaded', look)
  })
}
