import type { Page } from 'puppeteer-core'
import type { Driver, Picture } from '../../test/e2e/driver/driver'
import { root } from '../run.mjs'

/** Saves `demo-out/<name>.png`; with `both` one in light and one in dark. */
export async function photograph(driver: Driver, page: Page, name: string, wanted: Picture & { both?: boolean } = {}): Promise<void> {
  const { both, ...picture } = wanted
  const file = (suffix: string) => `${root}demo-out/${name}${suffix}.png`
  if (!both) return driver.screenshot(page, file(''), picture)
  await driver.screenshot(page, file('-light'), { ...picture, dark: false })
  await driver.screenshot(page, file('-dark'), { ...picture, dark: true })
}
