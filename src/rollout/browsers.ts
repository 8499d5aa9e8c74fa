import type { BrowserName, Origin } from './plan'

/** What differs between browsers of Chromium's kind in how they are managed. */
export interface ChromiumBrowser {
  readonly name: 'chrome' | 'edge'
  readonly title: string
  /** Below HKEY_LOCAL_MACHINE. */
  readonly registryKey: string
  /** Its preference domain on macOS. */
  readonly domain: string
  /** Entries of `ExtensionSettings` that show the button: without it nobody sees that a host waits to be allowed. */
  readonly shown: Readonly<Record<string, string>>
}

/** @see https://support.google.com/chrome/a/answer/9867568 and https://learn.microsoft.com/deployedge/microsoft-edge-manage-extensions-ref-guide */
export const chromiumBrowsers: readonly ChromiumBrowser[] = [
  {
    name: 'chrome',
    title: 'Google Chrome',
    registryKey: String.raw`SOFTWARE\Policies\Google\Chrome`,
    domain: 'com.google.Chrome',
    shown: { toolbar_pin: 'force_pinned' },
  },
  {
    name: 'edge',
    title: 'Microsoft Edge',
    registryKey: String.raw`SOFTWARE\Policies\Microsoft\Edge`,
    domain: 'com.microsoft.Edge',
    shown: { toolbar_state: 'force_shown' },
  },
]

/** Firefox's id for Latchkey, which is in the package. */
const geckoId = 'latchkey@latchkey.example'
/** Chromium's id for Latchkey, which follows from the key in manifest.json. A store gives another. */
const chromiumId = 'ihlhkijmjaemjamilopcpkakagpcphao'

/** The stores, and the ids of a build of one's own. An administrator puts the ids of the stores' listings in their place. */
export const defaultOrigins: Readonly<Record<BrowserName, Origin>> = {
  chrome: { id: chromiumId, url: 'https://clients2.google.com/service/update2/crx' },
  edge: { id: chromiumId, url: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx' },
  firefox: { id: geckoId, url: `https://addons.mozilla.org/firefox/downloads/latest/${geckoId}/latest.xpi` },
}

/** Whether an extension comes from a server of one's own rather than from the browser's store. */
export const isSelfHosted = (browser: BrowserName, { url }: Origin): boolean =>
  browser === 'firefox' ? new URL(url).host !== 'addons.mozilla.org' : url !== defaultOrigins[browser].url
