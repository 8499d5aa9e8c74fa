import type { BrowserKind } from '../../test/e2e/driver/driver'
import type { Bench, Measurement, Orders } from '../report/measurement'
import { inBrowsers } from '../setting/browsers'
import { elsewhere } from './elsewhere'
import { loginPagesAsked } from './login-pages-asked'
import { openRedirectScene } from './scene'
import { scriptCost } from './script-cost'
import { redirectTimes } from './times'

/** How fast people are past the login page, and what that costs them elsewhere. */
export const redirect: Bench = (orders) => inBrowsers((kind, where) => measured(kind, where, orders))

async function measured(kind: BrowserKind, where: string, orders: Orders): Promise<Measurement> {
  orders.tell(where)
  const scene = await openRedirectScene(kind)
  try {
    const counted = [...(await loginPagesAsked(scene, where, orders)), ...(await elsewhere(scene, where, orders))]
    const cost = kind === 'chromium' ? (await scriptCost(scene, where, orders)).figures : []
    const { series, figures } = await redirectTimes(scene, where, orders)
    return { series, figures: [...counted, ...cost, ...figures] }
  } finally {
    await scene.close()
  }
}
