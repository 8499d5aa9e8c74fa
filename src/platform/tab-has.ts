import { browser } from './browser'

/** Whether a selector fits something on the page in a tab; false where we may not look. */
export async function tabHas(tabId: number, selector: string): Promise<boolean> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: fits, args: [selector] }).catch(() => [])
  return answer?.result === true
}

/** Runs in the page. */
const fits = (selector: string) => document.querySelector(selector) !== null
