import { buildFor } from '../../scripts/demo/build'
import { browserKind } from './driver/browser-kind'
import { grantedHosts } from './scene'

/** Builds the extension once for all files: with the stand-ins' hosts required, so that nothing has to be granted by hand. */
export default async function setup(): Promise<void> {
  await buildFor(browserKind, grantedHosts)
}
