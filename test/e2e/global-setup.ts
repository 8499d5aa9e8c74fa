import { findBrowser } from '../../scripts/browsers.mjs'
import { buildFor } from '../../scripts/demo/build'
import { browserKind } from './driver/browser-kind'
import { warmStartupCache } from './driver/firefox-cache'
import { asShipped, grantedHosts } from './scene'

declare global {
  var latchkeyReady: Promise<unknown> | undefined
}

/** Folders that whoever started this has built just now. */
const built = process.env['LATCHKEY_BUILT']?.split(' ') ?? []

/**
 * Builds the extension once for all files and all projects of a run: with the stand-ins' hosts required, so that nothing has to be
 * granted by hand, and as everybody gets it. Meanwhile the browser is made ready to start often.
 */
export default async function setup(): Promise<void> {
  globalThis.latchkeyReady ??= Promise.all([build(grantedHosts, `dist/demo-${browserKind}`), build([], asShipped), warm()])
  await globalThis.latchkeyReady
}

const build = async (hosts: readonly string[], folder: string) => built.includes(folder) || buildFor(browserKind, hosts, folder)

async function warm(): Promise<void> {
  const firefox = browserKind === 'firefox' ? findBrowser('firefox') : undefined
  if (firefox) await warmStartupCache(firefox)
}
