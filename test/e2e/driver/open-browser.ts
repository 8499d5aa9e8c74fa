import { resolve } from 'node:path'
import { findBrowser } from '../../../scripts/browsers.mjs'
import { openChromium } from './chromium'
import type { BrowserOptions, Driver } from './driver'
import { openFirefox } from './firefox'
import { makeDriver } from './make-driver'

/** Opens a real browser with the extension in it, on the stand-ins' world. Rejects with a sentence when there is no such browser. */
export async function openBrowser(options: BrowserOptions): Promise<Driver> {
  const executable = findBrowser(options.kind)
  if (!executable) throw new Error(`No ${options.kind} found: install it, or name it in ${options.kind.toUpperCase()}`)
  const open = options.kind === 'chromium' ? openChromium : openFirefox
  return makeDriver(await open(executable, { ...options, extension: resolve(options.extension) }))
}
