// @vitest-environment happy-dom
import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { setAt } from '../../src/settings/edit'
import { useSettings } from '../../src/ui/fields/use-options'
import { reset, world } from './fake-browser'
import { settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

beforeEach(() => {
  reset()
  world.local['settings'] = settings
})

const entry = { list: 'sites', key: site.baseUrl } as const
const setName = (stored: unknown) => setAt(stored, { entry, path: 'name' }, 'Wiki')
const setButton = (stored: unknown) => setAt(stored, { entry, path: 'buttonText' }, 'Log in')

/** A page on which settings are changed, as it is at the moment. */
async function openPage(): Promise<() => ReturnType<typeof useSettings>> {
  let page: ReturnType<typeof useSettings> | undefined
  const Page = () => {
    page = useSettings()
    return null
  }
  render(<Page />, document.createElement('div'))
  await vi.waitFor(() => expect(page?.resolved).toBeDefined())
  return () => page as ReturnType<typeof useSettings>
}

test('two pages that save at the same moment both save', async () => {
  const [one, other] = [await openPage(), await openPage()]
  await Promise.all([one().change(() => '', setName), other().change(() => '', setButton)])
  expect(world.local['settings']).toMatchObject({ sites: [{ ...site, name: 'Wiki', buttonText: 'Log in' }] })
})

test('what is undone takes nothing of what another page saves away, whenever that is', async () => {
  for (let steps = 0; steps < 30; steps++) {
    world.local['settings'] = settings
    const [one, other] = [await openPage(), await openPage()]
    await one().change(() => '', setName)
    await vi.waitFor(() => expect(one().last).toBeDefined())
    const { last } = one()
    const undoing = last && one().undo(last)
    for (let step = 0; step < steps; step++) await undefined
    await Promise.all([undoing, other().change(() => '', setButton)])
    expect(world.local['settings'], `${steps} steps later`).toMatchObject({ sites: [{ buttonText: 'Log in' }] })
  }
})
