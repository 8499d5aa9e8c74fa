import type { Events, WebRequest } from 'webextension-polyfill'

type RequestEvent<D> = Events.Event<(details: D) => void> & {
  addListener(callback: (details: D) => void, filter: WebRequest.RequestFilter): void
}

/** What Chrome tells beside what all browsers do. */
interface Ahead {
  readonly type?: string
  readonly documentId?: string
  readonly documentLifecycle?: string
}

/**
 * A page that Chrome fetches or renders ahead of a visit is nobody's visit: nothing is kept for it, and no tab is moved. Fetched ahead,
 * it is asked for by the document that is there; a visit has no document yet.
 */
const isVisit = ({ type, documentId, documentLifecycle }: Ahead): boolean =>
  type !== 'main_frame' || (documentId === undefined && documentLifecycle !== 'prerender')

/**
 * Hears requests without holding any up; `ahead` hears of pages that are rendered before they are visited, since a visit to them makes no
 * request any more. Gives a function that listens anew: Chrome turns down a listener of an extension that may act
 * nowhere, and does not think again when it is granted a host.
 */
export function listen<D extends Ahead>(
  event: RequestEvent<D>,
  filter: WebRequest.RequestFilter,
  act: (details: D) => Promise<void>,
  ahead?: (details: D) => Promise<void>,
): () => void {
  const listener = (details: D) => {
    if (isVisit(details)) void act(details)
    else if (details.documentLifecycle === 'prerender') void ahead?.(details)
  }
  event.addListener(listener, filter)
  return () => {
    event.removeListener(listener)
    event.addListener(listener, filter)
  }
}
