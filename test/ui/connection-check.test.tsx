// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkReport } from '../../src/options/check-report'
import { Options } from '../../src/options/Options'
import type { CheckPorts } from '../../src/setup/check/context'
import type { Trouble } from '../../src/setup/check/result'
import { faultInWords } from '../../src/ui/fault-words'
import { answers, baseUrl, portsWith, subjectWith } from '../setup/check/healthy'
import { reset, world } from './fake-browser'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))
const ports = vi.hoisted(() => ({ over: {} as object }))
vi.mock('../../src/platform/check-ports', () => ({
  get checkPorts() {
    return portsWith(ports.over)
  },
}))

const { site, pool } = subjectWith()
const copied: string[] = []

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  ports.over = {}
  copied.length = 0
  location.hash = ''
  Object.assign(world, { local: { settings: { version: 1, sites: [site], providers: [pool?.settings] } } })
  vi.stubGlobal('fetch', async (address: string) => new Response(JSON.stringify(answers()[address])))
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
})

const card = () => document.querySelector('#sites .check') as HTMLElement
const seen = () => card().textContent ?? ''

async function press(): Promise<void> {
  render(<Options />, document.body)
  await vi.waitFor(() => expect(card()).not.toBeNull())
  ;[...card().querySelectorAll('button')].find(({ textContent }) => textContent === 'Check connection')?.click()
}

test('whom a check asks, and that it may ask somebody to sign in, is said only where it is so', async () => {
  const helps = async (providers: readonly object[]) => {
    Object.assign(world, { local: { settings: { version: 1, sites: [site], providers } } })
    render(<Options />, document.body)
    await vi.waitFor(() => expect(card()).not.toBeNull())
    const said = ['#sites', '#providers'].map((section) => document.querySelector(`${section} .check .help`)?.textContent)
    render(null, document.body)
    return said
  }
  const asks = (whom: string) => new RegExp(`^Asks ${whom} only what anybody may ask, .* changes nothing\\.( To sign in as well, .*)?$`)
  const [ofBoth, ofPool] = await helps([pool?.settings ?? {}])
  expect(ofBoth).toMatch(asks('this Confluence and its identity provider'))
  expect(ofPool).toMatch(asks('this identity provider'))
  for (const text of [ofBoth, ofPool]) expect(text).toContain('To sign in as well')
  const [ofSite] = await helps([])
  expect(ofSite).toMatch(asks('this Confluence'))
  expect(ofSite).not.toContain('To sign in as well')
})

test('every step is listed at once, and ends with its sign', async () => {
  let answer: (value: boolean) => void = () => undefined
  ports.over = { isGranted: () => new Promise<boolean>((resolve) => (answer = resolve)) } satisfies Partial<CheckPorts>
  await press()
  await vi.waitFor(() => expect(card().querySelectorAll('.check-step')).toHaveLength(20))
  await vi.waitFor(() => expect(seen()).toContain('Running:Latchkey may act on this host'))
  expect(card().querySelectorAll('.waiting')).toHaveLength(19)
  answer(false)
  await vi.waitFor(() => expect(seen()).toContain('Allow https://wiki.acme.com/* when the browser asks.'))
})

test('a step that has ended shows how, and how long it took; one that was left out took no time', async () => {
  ports.over = { get: async () => ({ failed: 'no-connection' }) } satisfies Partial<CheckPorts>
  await press()
  await vi.waitFor(() => expect(seen()).toContain('Steps that failed: 1.'))
  const line = (name: string) =>
    [...card().querySelectorAll('.check-step')].find((step) => step.querySelector('.check-name')?.textContent?.startsWith(name))
  const signOf = (name: string) => line(name)?.querySelector('.check-sign svg')?.innerHTML
  const took = (name: string) => line(name)?.querySelector('.check-time')?.textContent
  expect(signOf('Discovery document')).toBeDefined()
  expect(signOf('Address and TLS')).toBeDefined()
  expect(signOf('Address and TLS')).not.toBe(signOf('Discovery document'))
  expect(line('SSO app')?.querySelector('.check-sign')?.textContent).toBe('–Left out:')
  expect([took('Discovery document'), took('Address and TLS')]).toEqual([
    expect.stringMatching(/^\d+ ms$/),
    expect.stringMatching(/^\d+ ms$/),
  ])
  expect(took('SSO app')).toBeUndefined()
})

test('a healthy connection passes as a whole, and its report tells so', async () => {
  await press()
  await vi.waitFor(() => expect(seen()).toContain('Everything is as it should be.'))
  const copy = card().querySelector<HTMLButtonElement>('.actions button')
  expect(copy?.textContent).toBe('Copy report for a ticket')
  copy?.click()
  expect(copied[0]).toContain('✓ Confluence, and its version')
  expect(copied[0]).toContain(`Confluence: ${baseUrl}`)
  expect(copied[0]).toContain('SSO app (')
  expect(copied[0]).not.toContain('ann')
})

test('a failure is shown with its mend and what has to be pasted elsewhere', async () => {
  ports.over = { follow: async (address: string) => ({ addresses: [address], status: 400 }) } satisfies Partial<CheckPorts>
  await press()
  await vi.waitFor(() => expect(seen()).toContain('A logout does not come back'))
  expect(seen()).toContain('https://latchkey.chromiumapp.org/signed-out')
  await vi.waitFor(() => expect(seen()).toMatch(/Steps that failed: \d/))
})

test('a sign-in that takes too long is cancelled where the check was begun', async () => {
  ports.over = { trySignIn: () => new Promise<never>(() => {}) } satisfies Partial<CheckPorts>
  await press()
  await vi.waitFor(() => expect(card().querySelector('button')?.textContent).toBe('Cancel'))
  const [button] = card().querySelectorAll('button')
  expect(button?.getAttribute('aria-disabled')).toBe('false')
  button?.click()
  expect(world.asked).toEqual([{ verb: 'cancelSignIn', input: [pool?.settings.id] }])
})

test('a host that may not be read is allowed from its step, whatever its port', async () => {
  const issuer = 'https://id.acme.com:8443/realm'
  const oidc = { id: 'keycloak', kind: 'oidc', clientId: 'latchkey', endpoints: { issuer, authorization: `${issuer}/auth` } }
  Object.assign(world.local, { settings: { version: 1, sites: [site], providers: [oidc] } })
  ports.over = { isGranted: async (address: string) => !address.includes(':8443') } satisfies Partial<CheckPorts>
  await press()
  await vi.waitFor(() => expect(seen()).toContain('Latchkey may not read what id.acme.com:8443 answers.'))
  ;[...card().querySelectorAll('button')].find(({ textContent }) => textContent === 'Allow')?.click()
  expect(world.requested).toEqual([['https://id.acme.com/*']])
})

test('an organisation that allows no reports gets no button for one', async () => {
  Object.assign(world, { managed: { features: { export: false } } })
  await press()
  await vi.waitFor(() => expect(seen()).toContain('Everything is as it should be.'))
  expect(card().querySelector('.actions')).toBeNull()
})

test('a report holds no address, no telephone number and no token that a server’s own words may bring', () => {
  const description = 'ann@acme.com, +49 151 1234567, is no eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'
  const fault = { code: 'provider-refused', error: 'server_error', description } as const
  const report = checkReport([{ name: 'sign-in', phase: 'ended', took: 12.3, result: { outcome: 'failed', fault } }], {})
  expect(report).toContain('✗ Sign-in (12 ms): The sign-in was refused.')
  expect(report).not.toMatch(/ann|acme\.com|eyJ|151|1234567/)
})

test('the page’s address leads to the check of a pool, with the focus on its button', async () => {
  location.hash = '#providers?check=acme'
  render(<Options />, document.body)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Check connection'))
  expect(document.activeElement?.closest('#providers')).not.toBeNull()
})

const troubles: readonly Trouble[] = [
  { code: 'site-silent', address: baseUrl },
  { code: 'site-ill', address: baseUrl, status: 503 },
  { code: 'not-confluence', address: baseUrl },
  { code: 'app-unknown' },
  { code: 'app-off', path: 'plugins/x' },
  { code: 'app-several' },
  { code: 'start-unknown' },
  { code: 'start-astray', address: baseUrl, status: 404, domain: 'auth.acme.com' },
  { code: 'keys-useless', address: baseUrl },
  { code: 'scopes-withheld', scopes: ['email'] },
  { code: 'userinfo-silent', address: baseUrl },
  { code: 'claims-missing', claims: ['email', 'name'] },
  { code: 'logout-refused', logoutUri: baseUrl, clientId: '7abc' },
]

test.each(troubles)('$code is told in plain words, with what to do and all that it names', (trouble) => {
  const { title, next, clippings } = faultInWords(trouble)
  const all = [title, next, ...clippings.map(({ value }) => value)].join('\n')
  expect(title).not.toBe('')
  expect(next).not.toBe('')
  expect(all).not.toContain('$')
  const { code: _, ...named } = trouble
  for (const value of Object.values(named).flat()) if (typeof value === 'string') expect(all).toContain(value)
})
