import { type JsonAnswer, jsonIn, type Reply } from '../setup/reply'
import { browser } from './browser'
import { fetchText, limits } from './fetch-text'

/** Reads JSON from a site: at most 1 MiB within 10 s, without credentials, redirects or being remembered. Never rejects. */
export const fetchJson = async (address: string): Promise<JsonAnswer> => jsonIn(await fetchText(address, ...limits))

/**
 * The same from a page of the site that stands in a tab, for servers that look at where a question comes from. Our isolated world asks,
 * so the page's own scripts neither see nor change anything.
 */
export const fetchJsonFrom =
  (tabId: number) =>
  async (address: string): Promise<JsonAnswer> => {
    // At once: a page that never stops loading has no better moment.
    const injection = { target: { tabId }, func: fetchText, args: [address, ...limits], injectImmediately: true }
    const asked = browser.scripting.executeScript(injection).then(
      ([answer]) => answer?.result as Reply | null | undefined,
      () => undefined,
    )
    // Browsers put tabs to sleep that nobody looks at: those answer never.
    const reply = await Promise.race([asked, after(limits[1] + 2000)])
    return reply ? jsonIn(reply) : { failed: 'no-connection' }
  }

const after = (milliseconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds))
