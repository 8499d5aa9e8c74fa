import type { Given } from '../rollout/origins'
import { browser } from './browser'

/** This browser's own id for the extension, as what an administrator would give for it. */
export function ownOrigin(): Given {
  const { id } = browser.runtime
  if (browser.runtime.getURL('').startsWith('moz-')) return { firefoxId: id }
  return navigator.userAgent.includes(' Edg/') ? { edgeId: id } : { chromeId: id }
}
