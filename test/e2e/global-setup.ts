import { buildFor } from '../../scripts/demo/build'
import { browserKind } from './driver/browser-kind'
import { grantedHosts } from './scene'

declare global {
  var latchkeyBuilt: Promise<string> | undefined
}

/** Builds the extension once for all files and all projects of a run: with the stand-ins' hosts required, so that nothing has to be granted by hand. */
export default async function setup(): Promise<void> {
  globalThis.latchkeyBuilt ??= buildFor(browserKind, grantedHosts)
  await globalThis.latchkeyBuilt
}
