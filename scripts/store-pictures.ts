import { mkdirSync, readFileSync } from 'node:fs'
import { launch, type Page } from 'puppeteer-core'
import { findBrowser } from './browsers.mjs'
import { root } from './run.mjs'

interface Scene {
  readonly name: string
  readonly caption: string
  /** A screen that fills the picture, cut off at its lower edge. */
  readonly screen: string
  readonly width: number
  /** A second screen, in front of it. */
  readonly front?: string
}

const scenes: readonly Scene[] = [
  { name: '1-button', caption: 'One click into Confluence, where a site only offers', screen: 'button', width: 1040 },
  { name: '2-page', caption: 'Straight to the page that was asked for', screen: 'page', width: 1040, front: 'popup-signed-out-light' },
  {
    name: '3-claims',
    caption: 'Verified claims, named as your SSO app wants them',
    screen: 'page',
    width: 1040,
    front: 'popup-claims-light',
  },
  { name: '4-options', caption: 'Everything that Latchkey found out by itself', screen: 'options-light', width: 1040 },
  {
    name: '5-dark',
    caption: 'In six languages, light and dark',
    screen: 'options-dark',
    width: 1040,
    front: 'popup-claims-dark',
  },
]

const image = (name: string) => `data:image/png;base64,${readFileSync(`${root}demo-out/${name}.png`).toString('base64')}`

const poster = ({ caption, screen, width, front }: Scene) => `<!doctype html><meta charset="utf-8"><style>
  body { background: #0b5c78; font: 600 38px/1.2 system-ui, sans-serif; color: #fff; margin: 0; text-align: center; overflow: hidden }
  p { margin: 44px 40px 36px }
  .screen, .front { border-radius: 10px; box-shadow: 0 12px 44px #0007; overflow: hidden; position: absolute }
  .screen { inset: 130px auto auto ${(1280 - width) / 2}px; width: ${width}px }
  .front { inset: 180px 60px auto auto; width: 400px }
</style><p>${caption}</p><img class="screen" src="${image(screen)}">${front ? `<img class="front" src="${image(front)}">` : ''}`

async function take(page: Page, scene: Scene): Promise<void> {
  await page.setContent(poster(scene))
  await page.screenshot({ path: `${folder}${scene.name}.png` })
  console.log(`docs/store/pictures/${scene.name}.png`)
}

/** Makes the stores' pictures, 1280 × 800, of the screens that `npm start -- --headless` has photographed. */
const folder = `${root}docs/store/pictures/` as const
const executablePath = findBrowser('chromium')
if (!executablePath) throw new Error('No chromium found: run `npm start -- --headless` first')
mkdirSync(folder, { recursive: true })
const browser = await launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  defaultViewport: { width: 1280, height: 800 },
})
const page = await browser.newPage()
for (const scene of scenes) await take(page, scene)
await browser.close()
