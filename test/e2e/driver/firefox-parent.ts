import type { Browser, Page } from 'puppeteer-core'

/** What puppeteer-core does not offer of WebDriver BiDi. @see https://www.w3.org/TR/webdriver-bidi/ */
export interface Parent {
  /** Sends a tab to an address without waiting: for extension pages Firefox reports no end of loading. */
  navigate(page: Page, address: string): Promise<void>
  /** Calls a function, given as source, in Firefox's parent process; strings in, JSON primitive out. */
  run<T>(source: string, ...args: string[]): Promise<T>
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>
}

type Called = { type: 'success'; result: { value?: unknown } } | { type: 'exception'; exceptionDetails: { text: string } }

/** Reaches the parent process of a Firefox that was started with --remote-allow-system-access. */
export async function openParent(browser: Browser): Promise<Parent> {
  const { connection } = browser as unknown as { connection: Connection }
  const send = async <T>(method: string, params: object) => (await connection.send(method, params)).result as T
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const context = contexts[0]?.context
  if (!context) throw new Error('Firefox shows no window of its own')
  return {
    navigate: (page, url) => send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' }),
    run: async <T>(source: string, ...args: string[]) => {
      const called = await send<Called>('script.callFunction', {
        functionDeclaration: source,
        arguments: args.map((value) => ({ type: 'string', value })),
        target: { context },
        awaitPromise: true,
      })
      if (called.type === 'exception') throw new Error(called.exceptionDetails.text)
      return called.result.value as T
    },
  }
}

/** The page's BiDi browsing context id. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id
