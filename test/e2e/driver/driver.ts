import type { Page } from 'puppeteer-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Display } from './display'
import type { Person } from './person'

export type BrowserKind = 'chromium' | 'firefox'

/** What to open. */
export interface BrowserOptions {
  readonly kind: BrowserKind
  /** Folder of the built extension. */
  readonly extension: string
  /** Folders of other extensions to load as well. */
  readonly beside?: readonly string[]
  /** Port of the world on 127.0.0.1: every host name then leads there. Without it the browser uses the real network. */
  readonly port?: number
  readonly headless: boolean
  /** All pages of the web share one process, apart from the extension's own, as in nobody's browser: a process a site costs a tenth of all the time. Pages are small. */
  readonly lean?: boolean
  /** Profile folder to use and keep. Default: a fresh one, removed afterwards. */
  readonly profile?: string
  /** Values of `storage.managed`; Firefox takes them as JSON as well. Chromium reads policy machine-wide: root only, see `policyObstacle`. */
  readonly policy?: object | string
  /** Policies of the whole browser that install the extension, under this id, by themselves: nothing is loaded from `extension`. */
  readonly rollOut?: { readonly id: string; readonly policies: object }
  /** Folder into which the browser saves files, without a question. */
  readonly downloads?: string
  /** Screen to open on. Default: the environment's. */
  readonly display?: Display
}

/** How a picture is taken. */
export interface Picture {
  readonly dark?: boolean
  /** CSS pixels; without it the window's own. */
  readonly width?: number
  /** Default: the page from top to bottom. */
  readonly only?: 'what is in view'
}

export type StorageArea = 'local' | 'session' | 'managed' | 'sync'

/** What somebody may have told their browser that they like. */
export type Wish = 'light' | 'dark' | 'less motion'

/** One browser with the extension in it, the same to a test whichever browser it is. Waits are for what is observable, a minute at most. */
export interface Driver {
  readonly kind: BrowserKind
  /** Chromium's 32 letters, or Firefox's `name@host`. */
  readonly extensionId: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string
  /** A new tab, in front. */
  page(): Promise<Page>
  /** Opens a page of the extension in a new tab and waits until it shows text. `path` as in `src/popup/index.html?tab=12`. */
  extensionPage(path: string): Promise<Page>
  /** Runs `act` with the extension's API, on a page that has none of its code: a sleeping background sleeps on. Arguments and answer are JSON. */
  inExtension<A extends unknown[], T>(act: (browser: ExtensionApi, ...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** Writes values from a page of the extension, so that a sleeping background sleeps on. */
  storageSet(area: StorageArea, values: Record<string, unknown>): Promise<void>
  /** Reads one area whole. */
  storageGet(area: StorageArea): Promise<Record<string, unknown>>
  /** The extension API's id of a page's tab. Brings the page to the front. */
  tabIdOf(page: Page): Promise<number>
  /** Number of the dynamic rule by which the browser's own matcher goes for each address, asked for as a page in a tab; null for none. */
  rulesAt(addresses: readonly string[]): Promise<readonly (number | null)[]>
  /** Kills the service worker, or Firefox's event page, and resolves when it is gone. */
  killWorker(): Promise<void>
  /** Installs a newer version of the extension from a folder over the one that runs, as an update does. The extension's pages close. */
  update(folder: string): Promise<void>
  /** Has the browser look now for the newer version that it would find by itself within hours, and resolves when that runs. The extension's pages close. */
  takeUpdate(): Promise<void>
  /** Whether the background runs at this moment. */
  isAwake(): Promise<boolean>
  /** The window that `identity.launchWebAuthFlow` opens, once it shows a web address. Each window is given once. */
  authWindow(): Promise<Page>
  /** Has the page know what a person prefers; undefined takes it back. */
  prefer(page: Page, wish: Wish | undefined): Promise<void>
  readonly person: Person
  /** Saves a PNG; missing folders are made. */
  screenshot(page: Page, file: string, picture?: Picture): Promise<void>
  /** Closes the tab from which the driver reaches the extension, for a person who looks on. It opens again when needed. */
  putAwayDesk(): Promise<void>
  /** Resolves when the browser is gone, whoever closed it. */
  readonly closed: Promise<void>
  close(): Promise<void>
}
