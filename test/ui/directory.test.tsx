// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { javaMatch } from '../../src/mapping/matcher'
import type { Job } from '../../src/platform/judging'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { Workbench } from '../../src/workbench/Workbench'
import { reset, world } from './fake-browser'
import { session, settings } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))
// No threads in this test's document.
vi.mock('../../src/platform/judging', () => ({
  judge: async (jobs: readonly Job[]) => jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, javaMatch())),
}))
const lookInto = vi.hoisted(() => vi.fn())
vi.mock('../../src/platform/directory', () => ({ lookInto }))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  location.hash = '#directory'
  world.granted = ['https://wiki.acme.com/*']
})

const headings = () => [...document.querySelectorAll('h3')].map(({ textContent }) => textContent)

async function asked(directory: object, claims: object = {}, more: object = {}, words = 'Ask Confluence'): Promise<void> {
  lookInto.mockResolvedValue({ as: 'admin', directory: { accounts: [], ...directory } })
  const sites = settings.sites.map((site) => ({ ...site, ...more }))
  Object.assign(world, { local: { settings: { ...settings, sites } }, session: { 'accounts:acme': [session({ ...claims })] } })
  render(<Workbench />, document.body)
  await vi.waitFor(() => expect(document.body.textContent).toContain(words))
  document.querySelector<HTMLElement>('button.primary')?.click()
  await vi.waitFor(() => expect(document.body.textContent).toContain('Asked as admin'))
}

test.each(['#directory', '#mapping'])(
  'whoever asks Confluence by keyboard is at the button still, which asks once at a time: %s',
  async (section) => {
    location.hash = section
    let answer = (_: object) => {}
    lookInto.mockReset().mockReturnValue(new Promise((come) => (answer = come)))
    const sites = settings.sites.map((site) => ({ ...site, mapping: { username: 'cognito:username' } }))
    Object.assign(world, {
      local: { settings: { ...settings, sites } },
      session: { 'accounts:acme': [session({ 'cognito:username': 'ann' })] },
    })
    render(<Workbench />, document.body)
    const button = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Ask Confluence')
    await vi.waitFor(() => expect(button()).toBeDefined())
    const pressed = button()
    pressed?.click()
    await vi.waitFor(() => expect(pressed?.getAttribute('aria-disabled')).toBe('true'))
    expect(pressed?.disabled).toBe(false)
    pressed?.click()
    answer({ as: 'admin', directory: { accounts: [] } })
    await vi.waitFor(() => expect(pressed?.getAttribute('aria-disabled')).toBe('false'))
    expect(lookInto).toHaveBeenCalledOnce()
  },
)

test('an account that is deactivated is told to be so, beside its groups', async () => {
  await asked({ accounts: [{ username: 'ann', exists: true, groups: ['dev'], isDeactivated: true }] })
  expect(document.querySelector('.accounts-of dd')?.textContent).toMatch(/^Deactivated.*dev/)
})

test('what the browser has to allow for one site is not asked for another', async () => {
  world.granted = []
  const other = { baseUrl: 'https://docs.acme.com/', name: 'Docs' }
  Object.assign(world, {
    local: { settings: { ...settings, sites: [...settings.sites, other] } },
    session: { 'accounts:acme': [session()] },
  })
  render(<Workbench />, document.body)
  const says = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words))
  await says('Ask Confluence')
  document.querySelector<HTMLElement>('.card button.primary')?.click()
  await says('not allowed to act on wiki.acme.com')
  const choice = [...document.querySelectorAll('select')].find(({ textContent }) => textContent.includes('Docs'))
  if (!choice) throw new Error('no choice of sites')
  choice.value = other.baseUrl
  choice.dispatchEvent(new Event('change', { bubbles: true }))
  await vi.waitFor(() => expect(document.querySelector('.card')?.textContent).toContain('Docs'))
  expect(document.body.textContent).not.toContain('not allowed to act on wiki.acme.com')
})

test('all groups are counted; of a list that is not whole it is said that there are more', async () => {
  await asked({ groups: ['dev', 'ops'] })
  expect(headings()).toContain('Groups in Confluence: 2')
  render(null, document.body)
  await asked({ someGroups: ['dev', 'ops'] })
  expect(headings()).toContain('Groups in Confluence: 2+')
  expect(document.body.textContent).toContain('Not all of Confluence’s groups were read')
})

test.each([
  ['the built-in SSO’s own default', 'atlassian', {}, 'f3c0-77'],
  ['a part of a claim', 'miniorange', { username: 'tenant.login' }, 'ann.tenant'],
  ['a template of several claims', 'atlassian', { username: '${given_name}.${family_name}' }, 'ann.archer'],
  ['what a pattern cuts out', 'miniorange', { username: 'email', usernamePattern: '^.*?(?=@)' }, 'ann'],
])('the user name is looked up that the mapping makes: %s', async (_, ssoApp, mapping, wanted) => {
  const claims = { sub: 'f3c0-77', given_name: 'ann', family_name: 'archer', tenant: { login: 'ann.tenant' } }
  await asked({ groups: [] }, claims, { ssoApp, mapping }, `asked for: ${wanted} and ann@acme.example.`)
  expect(lookInto.mock.lastCall?.[1]).toContain(wanted)
})
