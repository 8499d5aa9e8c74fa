import type { Browser, Page } from 'puppeteer-core'
import type { Desk } from './desk'
import type { BrowserKind, Wish } from './driver'
import type { Person } from './person'

/** What differs between the browsers. `makeDriver` builds the rest on it. */
export interface Core {
  readonly kind: BrowserKind
  readonly browser: Browser
  readonly extensionId: string
  readonly extensionOrigin: string
  /** Sends a tab to an extension page; resolves when it is on its way. */
  visit(page: Page, address: string): Promise<unknown>
  /** Resolves when the background that ran at the call is gone; another may have been woken since. */
  killWorker(desk: () => Promise<Page>): Promise<void>
  /** Has the browser look for a newer version, and take it. */
  lookForUpdate(desk: Desk): Promise<void>
  /** See `Driver`. */
  rulesAt(addresses: readonly string[], desk: () => Promise<Page>): Promise<readonly (number | null)[]>
  isAwake(): Promise<boolean>
  /** The extension API's tab id; the page is in front already. */
  tabIdOf(page: Page, desk: Page): Promise<number>
  /** Has the page know what a person prefers; undefined takes it back. */
  prefer(page: Page, wish: Wish | undefined): Promise<void>
  readonly person: Person
  /** Undoes whatever opening left on the machine. Runs once, after the browser is gone. */
  cleanUp(): void
}

/** What the browsers do each in its own way. */
export type Acts = Pick<Core, 'visit' | 'rulesAt' | 'killWorker' | 'lookForUpdate' | 'isAwake' | 'tabIdOf' | 'prefer' | 'person'>
