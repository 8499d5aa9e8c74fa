import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Core } from './core'
import type { Picture } from './driver'

/** Saves the page as `file`, a PNG, and leaves it as it was. */
export async function picture(core: Core, page: Page, { file, dark, width, only }: Picture & { readonly file: string }): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const before = page.viewport()
  await page.bringToFront()
  if (dark !== undefined) await core.prefer(page, dark ? 'dark' : 'light')
  if (width !== undefined) await page.setViewport({ width, height: 640 })
  await page.evaluate(painted)
  await page.screenshot({ path: file as `${string}.png`, fullPage: only === undefined })
  if (dark !== undefined) await core.prefer(page, undefined)
  if (width !== undefined) await page.setViewport(before)
}

/** Two frames: styles that changed are laid out in the first and on the screen in the second. */
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
