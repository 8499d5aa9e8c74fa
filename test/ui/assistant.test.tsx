// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { reset, world } from './fake-browser'
import { provider, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  location.hash = '#assistant'
})

async function open(): Promise<HTMLElement> {
  render(<Options />, document.body)
  return vi.waitFor(() => {
    const section = document.querySelector<HTMLElement>('#assistant')
    expect(section).not.toBeNull()
    return section as HTMLElement
  })
}
const seen = () => document.querySelector('#assistant')?.textContent ?? ''
const choose = (form: string) => (document.querySelector(`#assistant input[value="${form}"]`) as HTMLInputElement).click()

test('without a site and a pool it says what is needed first', async () => {
  await open()
  expect(seen()).toContain('This takes a site and a user pool.')
})

test('a pool that is not filled in yet is named with what it lacks', async () => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  expect(seen()).toContain('Still missing from the user pool, and needed here: AWS region, User pool id, Domain.')
})

test('a pool that is known by its issuer alone has the region and the id that stand in it', async () => {
  const { region: _, userPoolId: __, ...others } = provider
  const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X9'
  world.local['settings'] = { ...settings, providers: [{ ...others, endpoints: { issuer } }] }
  await open()
  choose('command')
  await vi.waitFor(() => expect(seen()).toContain('create-user-pool-client --region eu-west-1 --cli-input-json'))
  expect(seen()).toContain('"UserPoolId": "eu-west-1_X9"')
})

test('a pool whose issuer is nobody’s that we know is asked for its region and id', async () => {
  const { region: _, userPoolId: __, ...others } = provider
  world.local['settings'] = { ...settings, providers: [{ ...others, endpoints: { issuer: 'https://pool.example/x' } }] }
  await open()
  expect(seen()).toContain('and needed here: AWS region, User pool id.')
})

test('it prints the callback of the site’s own SSO app, the form in the app’s words, and a client for every browser', async () => {
  world.local['settings'] = settings
  await open()
  expect(seen()).toContain('https://wiki.acme.com/confluence/plugins/servlet/oauth/callback')
  expect(seen()).toContain('Logout Endpoint')
  expect(seen()).toContain('https://latchkey.chromiumapp.org/')
  expect(seen()).toContain('https://bae1b49efb3234f3878b25c10c1f5eced9e067f6.extensions.allizom.org/signed-out')
})

test('Latchkey’s client knows the other sites of its pool that log out there, and none of another pool', async () => {
  const logout = { mode: 'cognito' }
  const others = [
    { baseUrl: 'https://docs.acme.com/', provider: 'acme', logout },
    { baseUrl: 'https://else.acme.com/', provider: 'two', logout },
  ]
  world.local['settings'] = { ...settings, sites: [{ ...site, provider: 'acme' }, ...others], providers: [provider, { id: 'two' }] }
  await open()
  expect(seen()).toContain('https://docs.acme.com/login.action?logout=true')
  expect(seen()).not.toContain('https://else.acme.com/login.action')
})

const leavingToo = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ baseUrl: `https://w${at}.acme.com/`, logout: { mode: 'cognito' } }))

test.each(['console', 'command', 'cloudformation', 'terraform'])(
  'sites for whose sign-out URLs a client has no room are named, with where they can go: %s',
  async (form) => {
    world.local['settings'] = { ...settings, sites: [site, ...leavingToo(105)] }
    await open()
    choose(form)
    await vi.waitFor(() => expect(document.querySelector<HTMLInputElement>(`#assistant input[value="${form}"]`)?.checked).toBe(true))
    const notice = document.querySelector('#assistant .notice.warning')?.textContent
    expect(notice).toContain('An app client takes 100 sign-out URLs. There is no room for those of w9')
    expect(notice).toMatch(/\d+ more/)
    expect(notice).toContain('Add the user pool once more')
  },
)

test('of sites for which there is room nothing is said', async () => {
  world.local['settings'] = { ...settings, sites: [site, ...leavingToo(50)] }
  await open()
  expect(seen()).toContain('https://w49.acme.com/login.action?logout=true')
  expect(document.querySelector('#assistant .notice.warning')).toBeNull()
})

test('what was found out about the site decides which SSO app is meant', async () => {
  const { ssoApp: _, ...unsaid } = site
  world.local = { settings: { ...settings, sites: [unsaid] }, discovered: { [site.baseUrl]: { at: 1, known: { ssoApp: 'atlassian' } } } }
  await open()
  await vi.waitFor(() => expect(seen()).toContain('https://wiki.acme.com/confluence/plugins/servlet/oidc/callback'))
})

test.each([
  ['command', "aws cognito-idp create-user-pool-client --region eu-west-1 --cli-input-json '{"],
  ['cloudformation', '"Type": "AWS::Cognito::UserPoolClient"'],
  ['terraform', 'resource "aws_cognito_user_pool_client" "latchkey" {'],
])('app clients are printed for %s as well', async (form, words) => {
  world.local['settings'] = settings
  await open()
  choose(form)
  await vi.waitFor(() => expect(seen()).toContain(words))
})

/** What is said of Latchkey's own client: the last part. */
const ofOwnClient = () => seen().slice(seen().indexOf('for Latchkey'))

test.each(['console', 'command', 'cloudformation', 'terraform'])(
  'what a client that rotates refresh tokens must not list is said: %s',
  async (form) => {
    world.local['settings'] = settings
    await open()
    choose(form)
    await vi.waitFor(() => expect(document.querySelector<HTMLInputElement>(`#assistant input[value="${form}"]`)?.checked).toBe(true))
    expect(seen()).toMatch(/rotate refresh tokens must not list ALLOW_REFRESH_TOKEN_AUTH/)
  },
)

test('of a client that is there no authentication flow is asked for: one that rotates refresh tokens cannot have it', async () => {
  world.local['settings'] = settings
  await open()
  choose('command')
  await vi.waitFor(() => expect(ofOwnClient()).toContain('"HasSecret": false'))
  expect(ofOwnClient()).not.toContain('ExplicitAuthFlows')
})

test('a client of Latchkey’s own that is there already is to be looked at, and no second one made', async () => {
  world.local['settings'] = settings
  await open()
  expect(ofOwnClient()).toContain('There is one already')
  expect(ofOwnClient()).toMatch(/Choose the one with this client id.*7abc.*Open its tab “Login pages”.*Allowed callback URLs/)
  expect(ofOwnClient()).not.toContain('Create app client')
  choose('command')
  await vi.waitFor(() => expect(ofOwnClient()).toContain('aws cognito-idp describe-user-pool-client --region eu-west-1'))
  expect(ofOwnClient()).toContain('"HasSecret": false')
  expect(ofOwnClient()).toContain('update-user-pool-client sets back whatever it is not given')
  expect(ofOwnClient()).not.toContain('create-user-pool-client')
  choose('terraform')
  await vi.waitFor(() => expect(ofOwnClient()).toContain('makes another client'))
})

test('where Latchkey has no client yet, it is told how to make one', async () => {
  const { clientId: _, ...unmade } = provider
  world.local['settings'] = { ...settings, providers: [unmade] }
  await open()
  expect(ofOwnClient()).toMatch(/Create app client.*Single-page application \(SPA\).*Copy the client id/)
  expect(ofOwnClient()).not.toContain('There is one already')
  choose('command')
  await vi.waitFor(() => expect(ofOwnClient()).toContain('create-user-pool-client'))
})

test.each(['console', 'command', 'cloudformation', 'terraform'])(
  'whatever is to be entered has a button that copies it, to the letter: %s',
  async (form) => {
    const copied: string[] = []
    const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
    world.local['settings'] = settings
    await open()
    choose(form)
    await vi.waitFor(() => expect(document.querySelector<HTMLInputElement>(`#assistant input[value="${form}"]`)?.checked).toBe(true))
    const values = [...document.querySelectorAll('#assistant code, #assistant .clipping a')]
    expect(values.length).toBeGreaterThan(6)
    for (const value of values) value.closest('.clipping, .code-block')?.querySelector('button')?.click()
    expect(copied).toEqual(values.map(({ textContent }) => textContent))
    clipboard.mockRestore()
  },
)

test('a picture shows who sends people where, with the same in words', async () => {
  world.local['settings'] = settings
  await open()
  const picture = document.querySelector('#assistant figure svg[role="img"]')
  expect(picture?.getAttribute('aria-label')).toContain('both send people to Cognito')
  const numbers = [...(picture?.querySelectorAll('.digit') ?? [])].map(({ textContent }) => textContent)
  expect(numbers).toEqual([...document.querySelectorAll('#assistant figcaption li')].map((_, index) => String(index + 1)))
  expect(numbers).toHaveLength(4)
})

test('the client id of the SSO app’s client is put in where it is missing, and stored nowhere', async () => {
  world.local['settings'] = settings
  await open()
  expect(seen()).toContain('https://acme.example/logout?client_id=CLIENT_ID')
  const input = document.querySelector('#assistant-client') as HTMLInputElement
  input.value = '9xyz'
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(seen()).toContain('https://acme.example/logout?client_id=9xyz'))
  expect(world.local['settings']).toEqual(settings)
})

test('a provider that is no Cognito pool is said to be set up by its own documents', async () => {
  world.local['settings'] = {
    ...settings,
    providers: [{ id: 'okta', kind: 'oidc', clientId: '7abc', endpoints: { issuer: 'https://okta.example' } }],
  }
  await open()
  expect(seen()).toContain('Only app clients of AWS Cognito can be printed here.')
})

test('an app that speaks SAML alone is said not to fit', async () => {
  world.local['settings'] = { ...settings, sites: [{ ...site, ssoApp: 'miniorange-saml' }], providers: [provider] }
  await open()
  expect(seen()).toContain('miniOrange SAML speaks SAML, which a user pool does not.')
})
