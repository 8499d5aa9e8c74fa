import { openBrowser } from '../test/e2e/driver/open-browser'
import { startDemoWorld } from '../test/stand-ins/demo'
import { type DemoOptions, type RealSite, readArguments } from './demo/arguments.mjs'
import { buildFor } from './demo/build'
import { guided } from './demo/guided'
import { journey } from './demo/journey'
import { real } from './demo/real'
import { hostsOf } from './demo/settings'
import { type Steps, steps } from './demo/steps'

/** `npm start`: Latchkey at work, on the stand-ins or on a real site, by itself or with a person. */
async function main(options: DemoOptions): Promise<void> {
  const start = performance.now()
  const telling = steps(console.log)
  await (options.real ? onRealSite(options, options.real, telling) : onStandIns(options, telling))
  console.log(`\nAll ${telling.taken} steps happened, in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
  if (options.headless) console.log('Pictures of the screens are in demo-out/.')
}

async function onStandIns(options: DemoOptions, telling: Steps): Promise<void> {
  const demo = await telling.step('Confluence and Cognito stand in on 127.0.0.1, under their real host names', startDemoWorld)
  try {
    const driver = await open(options, demo.hosts, telling, demo.world.port)
    await (options.headless ? journey : guided)(driver, demo, telling).finally(driver.close)
  } finally {
    await demo.world.close()
  }
}

async function onRealSite(options: DemoOptions, site: RealSite, telling: Steps): Promise<void> {
  const driver = await open(options, hostsOf(site), telling)
  await real(driver, site, { ...telling, headless: options.headless }).finally(driver.close)
}

async function open({ kind, headless }: DemoOptions, hosts: readonly string[], { step }: Steps, port?: number) {
  const extension = await step('Extension built', () => buildFor(kind, hosts))
  return step(`${kind === 'firefox' ? 'Firefox' : 'Chromium'} open with the extension`, () =>
    openBrowser({ kind, extension, headless, ...(port === undefined ? {} : { port }) }),
  )
}

const options = readArguments(process.argv.slice(2))
if ('complaint' in options) {
  console.error(options.complaint)
  process.exit(2)
}
main(options).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
