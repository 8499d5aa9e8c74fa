// @vitest-environment happy-dom
import fc from 'fast-check'
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { addEntry, removeEntry, renameEntry, setAt } from '../../src/settings/edit'
import { settingsVersion } from '../../src/settings/migrations'
import { resolve } from '../../src/settings/resolve'
import { complaintInWords, placeInWords } from '../../src/ui/complaint-words'
import { reset, world } from './fake-browser'
import { seen } from './on-page'
import { settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
})

async function open(stored: unknown): Promise<void> {
  world.local['settings'] = stored
  render(<Options />, document.body)
  await vi.waitFor(() => expect(document.querySelector('#sites')).not.toBeNull())
}
async function press(name: string): Promise<void> {
  const find = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
  await vi.waitFor(() => expect(find(), `a button called ${name}`).toBeDefined())
  find()?.click()
}
async function addSite(address: string): Promise<void> {
  const input = document.getElementById('add-site') as HTMLInputElement
  input.value = address
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('false'))
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

test('settings of a newer Latchkey are used as far as they are known, and never written over', async () => {
  const newer = { ...settings, version: settingsVersion + 1, doorbell: { rings: 2 } }
  await open(newer)
  expect(seen()).toContain('written by a newer version of Latchkey')
  await addSite('https://other.acme.com/')
  await vi.waitFor(() => expect(seen()).toContain('Nothing was changed: these settings come from a newer Latchkey'))
  expect(world.local['settings']).toEqual(newer)
})

test.each<[string, unknown]>([
  ['a text', '{"version":1,"sites":[{"baseUrl":"https://wiki.ac'],
  ['a list', [site]],
  ['sites that are no list', { version: 1, sites: { 0: site } }],
  ['a group rule with a number', { version: 1, sites: [{ ...site, mapping: { groups: { rules: [{ confluenceGroup: 'a', when: 7 }] } } }] }],
  ['a default group that is a number', { version: 1, sites: [{ ...site, mapping: { groups: { defaultGroups: ['a', 7] } } }] }],
])('%s in the place of settings is complained about, and kept aside when something is changed', async (_, stored) => {
  await open(stored)
  expect(document.querySelector('.notice.warning')?.textContent).toContain('Some values were ignored')
  await addSite('https://other.acme.com/')
  await vi.waitFor(() => expect(JSON.stringify(world.local['settings'])).toContain('https://other.acme.com/'))
  await vi.waitFor(() => expect(seen()).toContain('A copy of settings that could not be read was kept'))
  expect(world.local['setAside']).toEqual([stored])
  await press('Discard the copy')
  await vi.waitFor(() => expect(seen()).not.toContain('A copy of settings'))
})

test('what was kept aside before is still there when something else has to be, and nothing is kept twice', async () => {
  await open('half of')
  await addSite('https://a.acme.com/')
  await vi.waitFor(() => expect(world.local['setAside']).toEqual(['half of']))
  for (const broken of ['another half', 'half of']) {
    world.local['settings'] = broken
    await addSite(`https://b.acme.com/${broken.length}/`)
    await vi.waitFor(() => expect(JSON.stringify(world.local['settings'])).toContain(`b.acme.com/${broken.length}/`))
  }
  expect(world.local['setAside']).toEqual(['half of', 'another half'])
})

test('only the copy that was shown is discarded, not what another page keeps aside meanwhile', async () => {
  await open('half of')
  await addSite('https://a.acme.com/')
  await vi.waitFor(() => expect(seen()).toContain('A copy of settings that could not be read was kept'))
  let finish = () => {}
  const elsewhere = navigator.locks.request('settings', () => new Promise<void>((done) => (finish = done)))
  await press('Discard the copy')
  world.local['setAside'] = ['half of', 'another half']
  finish()
  await elsewhere
  await vi.waitFor(() => expect(world.local['setAside']).toEqual(['another half']))
})

test('what is wrong is named with its place, and of thousands of complaints the first are shown', async () => {
  await open('half of')
  expect(document.querySelector('.notice.warning li')?.textContent).toMatch(/^All settings, your own setting: A group of settings/)
  render(null, document.body)
  await open(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`colour ${index}`, 0])))
  expect(document.querySelectorAll('.notice.warning li')).toHaveLength(50)
  await press('Show more (4950 left)')
  await vi.waitFor(() => expect(document.querySelectorAll('.notice.warning li')).toHaveLength(100))
})

test('what is wrong with one setting of many entries is said once, and those that are not named unfold', async () => {
  const bases = Array.from({ length: 150 }, (_, index) => `https://wiki${index}.acme.com/`)
  await open({ version: 1, sites: bases.map((baseUrl) => ({ baseUrl, provider: 'gone', delaySeconds: 99 })) })
  for (const notice of ['.notice.warning', '.notice.quiet']) {
    const lines = [...document.querySelectorAll<HTMLElement>(`${notice} > ul > li`)].map(({ textContent }) => textContent)
    expect(lines).toEqual([expect.stringMatching(/^Sites › https:\/\/wiki0\.acme\.com\/, .*wiki4\.acme\.com\/, and 145 more › /)])
    const fold = document.querySelector<HTMLDetailsElement>(`${notice} details`)
    if (fold) fold.open = true
    fold?.dispatchEvent(new Event('toggle'))
    await vi.waitFor(() => expect(fold?.querySelectorAll('li')).toHaveLength(100))
    expect(fold?.querySelector('li')?.textContent).toBe(bases[5])
    expect(fold?.querySelector('summary')?.textContent).toBe('Show more (145 left)')
    expect(fold?.querySelector('button')?.textContent).toBe('Show more (45 left)')
  }
})

test('whatever is pointed out leads to its field, where there is one', async () => {
  const sites = ['https://a.acme.com/', 'https://b.acme.com/'].map((baseUrl) => ({ baseUrl }))
  await open({ version: 1, colour: 'red', sites: [...sites, { baseUrl: 'ftp://c' }, { ...site, delaySeconds: 99, provider: 'gone' }] })
  expect([...document.querySelectorAll('.notice.warning li')].map((line) => line.querySelector('button')?.textContent)).toEqual([
    undefined,
    undefined,
    'Show setting',
  ])
  const labels = () => [...document.querySelectorAll('.found-setting label')].map(({ textContent }) => textContent)
  document.querySelector<HTMLElement>('.notice.warning li button')?.click()
  await vi.waitFor(() => expect(labels()).toEqual(['Delay in seconds']))
  expect(document.querySelector('.crumb')?.textContent).toContain(site.baseUrl)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Search'))
  const lead = document.querySelector<HTMLElement>('.notice.quiet li button')
  const told = document.getElementById(lead?.getAttribute('aria-describedby') ?? '')
  expect(told?.textContent, 'what is heard beside the name that all of them have').toContain('no identity provider called gone')
  lead?.click()
  await vi.waitFor(() => expect(labels()).toEqual(['User pool']))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Search'))
})

test('what is wrong with one setting of a few entries is said once, with all of them', async () => {
  const bases = ['a', 'b'].map((name) => `https://${name}.acme.com/`)
  await open({ version: 1, sites: bases.map((baseUrl) => ({ baseUrl, provider: 'gone' })) })
  expect(document.querySelector('.notice.quiet li')?.textContent).toBe(
    'Sites › https://a.acme.com/ and https://b.acme.com/ › User pool: There is no identity provider called gone, so signing in to see claims does not work. Show setting',
  )
})

test('one click removes values of one’s own that will not do, keeps the others, and can be taken back', async () => {
  const stored = { version: 1, sites: [{ ...site, delaySeconds: 'soon' }, { baseUrl: 'ftp://x' }], colour: 'red' }
  await open(stored)
  await press('Remove my own wrong values')
  await vi.waitFor(() => expect(seen()).not.toContain('Some values were ignored'))
  const { sites } = world.local['settings'] as { sites: object[] }
  expect(sites).toEqual([expect.objectContaining({ baseUrl: site.baseUrl, name: site.name })])
  expect(sites[0]).not.toHaveProperty('delaySeconds')
  await press('Undo')
  await vi.waitFor(() => expect(world.local['settings']).toEqual(stored))
})

test('an item of a list is named by its number, whatever is in the key of its entry', () => {
  expect(placeInWords('providers[acme].allowedDomains[1]')).toBe('Identity providers › acme › Allowed e-mail domains › entry 2')
  expect(placeInWords('sites[https://a.example/b].c[1]/].mapping.groups.rules[0]')).toBe(
    'Sites › https://a.example/b].c[1]/ › Rules › entry 1',
  )
})

test('policy’s wrong values cannot be removed here', async () => {
  world.managed['colour'] = 'red'
  await open(settings)
  expect(seen()).toContain('Some values were ignored')
  expect(seen()).not.toContain('Remove my own wrong values')
})

test('every complaint that any value can bring has words', () => {
  const anything = fc.anything({ maxDepth: 4, withNullPrototype: true })
  const odd = fc.oneof(anything, fc.constantFrom('https://wiki.acme.com/', 'x', '/', 7, null))
  fc.assert(
    fc.property(odd, odd, odd, (one, two, three) => {
      const rules = [{ confluenceGroup: one, when: two }, three]
      const stored = {
        version: one,
        sites: [
          { baseUrl: 'https://wiki.acme.com/', startUrl: one, logout: two, delaySeconds: three, mapping: { groups: { rules } } },
          one,
        ],
        providers: [{ id: 'a', scopes: [one, two], region: three, domain: one, allowedDomains: two }, two],
        appearance: three,
      }
      for (const { code } of resolve(stored, {}).complaints) expect(complaintInWords(code), code).not.toBe('')
    }),
  )
})

test('sound settings are not kept aside', async () => {
  await open(settings)
  await addSite('https://other.acme.com/')
  await vi.waitFor(() => expect((world.local['settings'] as typeof settings).sites).toHaveLength(2))
  expect(world.local).not.toHaveProperty('setAside')
})

test('sites that overlap, look-alike hosts and missing providers are pointed out', async () => {
  await open({ version: 1, sites: [{ baseUrl: 'https://wiki.аcme.com/' }, { baseUrl: 'https://wiki.аcme.com/a/', provider: 'gone' }] })
  const notice = document.querySelector('.notice.quiet')?.textContent
  expect(notice).toContain('The host is really wiki.xn--cme-5cd.com.')
  expect(notice).toContain('This site lies inside https://wiki.xn--cme-5cd.com/.')
  expect(notice).toContain('There is no identity provider called gone')
})

test('whatever is stored, it can be edited, and what the edit does not name is still there', () => {
  const place = { entry: { list: 'sites', key: site.baseUrl }, path: 'backdoor.enabled' } as const
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (stored, sites) => {
      for (const bad of [stored, { sites }, { sites: [sites] }]) {
        expect(setAt(bad, place, false)).toHaveProperty('sites')
        expect(addEntry(bad, place.entry)).toHaveProperty('sites')
        removeEntry(bad, place.entry)
        renameEntry(bad, place.entry, 'https://other.acme.com/')
      }
      const { version: _, ...kept } = addEntry({ extra: stored }, place.entry)
      expect(kept).toEqual({ extra: stored, sites: [{ baseUrl: site.baseUrl }] })
    }),
  )
})

test('what does not fit is said so, and changes nothing', async () => {
  await open(settings)
  world.isFull = true
  await addSite('https://other.acme.com/')
  await vi.waitFor(() => expect(seen()).toContain('Latchkey’s storage is full'))
  expect(world.local['settings']).toEqual(settings)
  world.isFull = false
  await addSite('https://other.acme.com/')
  await vi.waitFor(() => expect((world.local['settings'] as typeof settings).sites).toHaveLength(2))
  await vi.waitFor(() => expect(seen()).not.toContain('Latchkey’s storage is full'))
})

test('what was typed and could not be saved stays in its field', async () => {
  await open(settings)
  world.isFull = true
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'Name')
  const input = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
  input.value = 'A long name'
  for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }))
  await vi.waitFor(() => expect(seen()).toContain('Latchkey’s storage is full'))
  expect(input.value).toBe('A long name')
  world.isFull = false
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await vi.waitFor(() => expect(world.local['settings']).toMatchObject({ sites: [{ name: 'A long name' }] }))
})

test('a limit that is near is said before anything is lost', async () => {
  world.local['setAside'] = 'x'.repeat(9_000_000)
  await open(settings)
  await vi.waitFor(() => expect(seen()).toContain('fill 8.6 of the 10 MB'))
})
