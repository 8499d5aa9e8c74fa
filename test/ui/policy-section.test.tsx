// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { resolve } from '../../src/settings/resolve'
import { saveFile } from '../../src/ui/save-file'
import { reset, world } from './fake-browser'
import { settings } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))
vi.mock('../../src/ui/save-file', () => ({ saveFile: vi.fn() }))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
})

const section = () => document.getElementById('policy') as HTMLElement
const summary = (name: string) => [...section().querySelectorAll('summary')].find(({ textContent }) => textContent === name)
async function open(...names: string[]): Promise<void> {
  if (!document.getElementById('policy')) render(<Options />, document.body)
  for (const name of names) {
    await vi.waitFor(() => expect(summary(name), name).toBeDefined())
    const details = summary(name)?.parentElement as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  }
}
const buttons = () => [...section().querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent)
const press = (name: string) =>
  vi.waitFor(() => {
    const found = [...section().querySelectorAll('button')].find((button) =>
      [button.textContent, button.getAttribute('aria-label')].includes(name),
    )
    expect(found, name).toBeDefined()
    found?.click()
  })

test('what the person sees now becomes policy, by the files of each platform', async () => {
  world.local['settings'] = settings
  world.managed = { appearance: { theme: 'dark' } }
  await open('Make these settings into policy', 'Firefox: policies.json')
  await press('Save policies.json')
  const [name, content = ''] = vi.mocked(saveFile).mock.lastCall ?? []
  expect(name).toBe('policies.json')
  const { policies } = JSON.parse(content) as { policies: { '3rdparty': { Extensions: Record<string, object> } } }
  const [values] = Object.values(policies['3rdparty'].Extensions)
  expect(resolve({}, values).settings).toEqual(resolve(settings, world.managed).settings)
})

test('locking the lists, which policy alone can do, is offered where policy is made, and goes into the files', async () => {
  world.local['settings'] = settings
  await open('Make these settings into policy', 'Linux: Chrome, Edge, Chromium')
  const label = await vi.waitFor(() => {
    const found = [...section().querySelectorAll('label')].find(({ textContent }) => textContent === 'Lock lists')
    expect(found).toBeDefined()
    return found
  })
  document.getElementById(label?.htmlFor ?? '')?.click()
  await vi.waitFor(() => expect(world.local['settings']).toMatchObject({ lockLists: true }))
  await vi.waitFor(async () => {
    await press('Save chrome.json')
    expect(vi.mocked(saveFile).mock.lastCall?.[1]).toContain('"lockLists": true')
  })
  expect(document.getElementById('add-site'), 'and nothing is locked here').not.toBeNull()
})

test('what is too long for Group Policy is said where its files are', async () => {
  world.local['settings'] = { sites: [{ baseUrl: 'https://wiki.acme.com/', name: 'x'.repeat(40_000) }] }
  await open('Make these settings into policy', 'Windows: registry and Group Policy')
  await vi.waitFor(() => expect(section().querySelector('.notice.warning')?.textContent).toMatch(/is 40,\d{3} characters long/))
  expect(section().querySelectorAll('.notice.warning')).toHaveLength(1)
})

test('an id of one’s own goes into the files as soon as it is one', async () => {
  world.local['settings'] = settings
  await open('Make these settings into policy', 'Linux: Chrome, Edge, Chromium')
  const label = [...section().querySelectorAll('label')].find(({ textContent }) => textContent === 'Id in Edge')
  const input = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
  const type = (text: string) => {
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  type('latchkey')
  await vi.waitFor(() => expect(section().textContent).toContain('This is not an extension’s id'))
  type('b'.repeat(32))
  await vi.waitFor(() => expect(section().textContent).not.toContain('This is not an extension’s id'))
  await press('Save edge.json')
  expect(vi.mocked(saveFile).mock.lastCall?.[1]).toContain(`"${'b'.repeat(32)}"`)
})

test('where nothing is set, the files say that there is nothing to set', async () => {
  await open('Make these settings into policy')
  await vi.waitFor(() => expect(section().textContent).toContain('nothing to make into policy yet'))
})

test('the name of a site stands once, over all its values, after those of no entry', async () => {
  world.managed = { sites: [{ baseUrl: 'https://wiki.acme.com/' }] }
  await open('All values in force')
  const groups = () => [...section().querySelectorAll('details tbody')]
  await vi.waitFor(() => expect(groups()).toHaveLength(2))
  const [top, entry] = groups()
  expect(top?.querySelector('[scope="rowgroup"]')).toBeNull()
  expect([...(top?.querySelectorAll('th') ?? [])].map(({ textContent }) => textContent)).toContain('Appearance › Theme')
  expect([...(entry?.querySelectorAll('[scope="rowgroup"]') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Sites › https://wiki.acme.com/',
  ])
  expect([...(entry?.querySelectorAll('[scope="row"]') ?? [])].map(({ textContent }) => textContent)).toContain('On the login page')
})

test('every value in force is there to be read and to be copied, of hundreds of sites a page at a time', async () => {
  world.managed = { sites: Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.acme.com/` })) }
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await open('All values in force')
  await vi.waitFor(() => expect(section().querySelectorAll('details tbody tr:has(td)')).toHaveLength(100))
  await press(buttons().findLast((name) => name?.startsWith('Show more')) ?? '')
  await vi.waitFor(() => expect(section().querySelectorAll('details tbody tr:has(td)')).toHaveLength(200))
  await press('Copy all values in force')
  const lines = copied.mock.lastCall?.[0].split('\n') ?? []
  expect(lines).toContain('sites[https://wiki499.acme.com/].baseUrl\t"https://wiki499.acme.com/"\tpolicy')
  expect(lines).toContain('sites[https://wiki499.acme.com/].onLoginPage\t"offer"\tdefault')
})
