import type { Page } from 'puppeteer-core'

/** Whether something on the page fits a CSS selector, asked in one go. Puppeteer's own selectors first put scripts into each new document. */
export const has = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.querySelector(wanted) !== null, selector)
